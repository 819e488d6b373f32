// Shared by all scripts: the page data and DOM helpers.

const data = JSON.parse(document.getElementById("mapgen-data").textContent);

/** The first element in `within` that matches a selector, or null. */
function one(selector, within = document) {
  return within.querySelector(selector);
}

/** All elements that match a selector, as an array. */
function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

/** A new element with attributes (null and false are omitted) and children. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

document.documentElement.classList.add("live");
