// What every part of the script needs: the data island, and elements of the page.

const data = JSON.parse(document.getElementById("mapgen-data").textContent);

/** The first element that a selector finds, below `within`; null where there is none. */
function one(selector, within = document) {
  return within.querySelector(selector);
}

/** All elements that a selector finds, as an array. */
function all(selector, within = document) {
  return [...within.querySelectorAll(selector)];
}

/** A new element: its attributes (null and false are left out), then texts and elements to stand in it. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

document.documentElement.classList.add("live");
