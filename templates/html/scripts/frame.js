// Values for the style sheet: the window width without the scroll bar, the height of the stages of a band,
// the aspect ratio of a lane before it is drawn, and whether the map is scrolled sideways.

const frame = (() => {
  const root = document.documentElement;

  function begin() {
    measure();
    addEventListener("resize", measure);
    const heads = new ResizeObserver((entries) => {
      for (const { target } of entries) target.parentElement.style.setProperty("--head", `${target.offsetHeight}px`);
    });
    for (const stages of all(".stages")) heads.observe(stages);
    for (const lane of all(".lane")) {
      const { width, height } = one(":scope > svg", lane).viewBox.baseVal;
      lane.style.aspectRatio = `${width} / ${height}`;
    }
    addEventListener("scroll", aside, { passive: true });
    aside();
  }

  /** The visible width of the window in pixels. */
  function width() {
    return root.clientWidth;
  }

  function measure() {
    root.style.setProperty("--view", `${width()}px`);
  }

  function aside() {
    root.classList.toggle("aside", scrollX !== 0);
  }

  return { begin, width };
})();
