// What the style sheet has to be told: how wide the window is without its scroll bar, how high a band's stages are,
// which shape a lane has before it is drawn, and whether the map is moved aside.

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

  /** The width of the window that can be seen, in pixels. */
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
