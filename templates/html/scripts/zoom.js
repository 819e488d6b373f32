// Zoom: wheel and pinch zoom around the pointer, keys and buttons around the center.

const zoom = (() => {
  const LEAST = 0.1;
  const MOST = 4;
  const STEP = 1.2;
  const pictures = all(".canvas").map((canvas) => ({
    canvas,
    view: canvas.closest(".view"),
    natural: parseFloat(getComputedStyle(canvas).getPropertyValue("--width")),
    fitted: true, // until the reader zooms, a drawing follows the window size
  }));
  const percent = new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "percent" });
  let shown = pictures[0];
  let wanted = null; // scale and position of the next frame
  let keeping;

  function begin() {
    const kept = history.state?.zoom ?? {};
    for (const picture of pictures) {
      listen(picture);
      picture.fitted = !kept[picture.view.id];
      if (!picture.fitted) size(picture, kept[picture.view.id]);
    }
    fit();
    addEventListener("resize", fit);
    addEventListener("view", turn);
    one(".zoom").addEventListener("click", (event) => press(event.target.closest("button")?.dataset.zoom));
  }

  function listen(picture) {
    const { view } = picture;
    view.addEventListener("wheel", wheel, { passive: false });
    view.addEventListener("keydown", key);
    view.addEventListener("touchstart", touch, { passive: true });
    view.addEventListener("touchmove", pinch, { passive: false });
    view.addEventListener("gesturestart", (event) => gesture(event, true)); // Safari's trackpad
    view.addEventListener("gesturechange", (event) => gesture(event, false));
    picture.canvas.tabIndex = 0;
  }

  /** Resize the drawings that the reader has not zoomed. */
  function fit() {
    for (const picture of pictures) if (picture.fitted) size(picture, fitting(picture));
    say();
  }

  /** Called when another view is shown. */
  function turn() {
    shown = pictures.find(({ view }) => !view.hidden) ?? shown;
    say();
  }

  /** The scale of the drawing; 1 is its layout size. */
  function scale() {
    return shown.canvas.offsetWidth / shown.natural || 1;
  }

  /** The scale that fills the window, within limits that keep texts readable; the style sheet has that of the map. */
  function fitting({ canvas, natural }) {
    const least = parseFloat(getComputedStyle(canvas).getPropertyValue("--least")) || 0.75;
    return Math.min(1.2, Math.max(least, frame.width() / natural));
  }

  function size({ canvas }, value) {
    canvas.style.setProperty("--zoom", value);
    canvas.classList.add("zoomed");
  }

  function say() {
    if (shown.canvas.offsetWidth) one(".zoom output").textContent = percent.format(scale());
  }

  /** Set the scale, and keep the point of the drawing at a window position in place. */
  function to(value, x = innerWidth / 2, y = innerHeight / 2) {
    shown.fitted = false;
    const next = Math.min(MOST, Math.max(LEAST, value));
    if (!wanted) requestAnimationFrame(apply);
    wanted = { next, x, y };
  }

  function apply() {
    const { next, x, y } = wanted;
    wanted = null;
    const part = anchor(y);
    const before = part.getBoundingClientRect();
    const across = (x - before.left) / before.width;
    const down = (y - before.top) / before.height;
    size(shown, next);
    say();
    const after = part.getBoundingClientRect();
    const move = { left: after.left + across * after.width - x, top: after.top + down * after.height - y };
    scrollBy({ ...move, behavior: "instant" });
    keep(next);
  }

  /** Store the scale for a reload, throttled because browsers limit history updates. */
  function keep(value) {
    clearTimeout(keeping);
    const zoom = { ...history.state?.zoom, [shown.view.id]: value };
    keeping = setTimeout(() => history.replaceState({ ...history.state, zoom }, ""), 250);
  }

  /** The part of the drawing at a window y coordinate; parts scale, the gaps between them do not. */
  function anchor(y) {
    return all(".lane, .stages, .plate .canvas > svg", shown.view).find((part) => part.getBoundingClientRect().bottom >= y) ?? shown.canvas;
  }

  function press(name) {
    if (name === "in") to(scale() * STEP);
    if (name === "out") to(scale() / STEP);
    if (name === "actual") to(1);
    if (name === "width") to(frame.width() / shown.natural);
    if (name === "all") whole();
  }

  /** Fit the whole drawing. */
  function whole() {
    const { canvas, natural } = shown;
    const parts = all(".lane, .stages > svg, .legend, .logo, .plate .canvas > svg", shown.view).reduce((sum, part) => sum + part.getBoundingClientRect().height, 0);
    const room = innerHeight - one(".bar").offsetHeight - (canvas.offsetHeight - parts);
    to(Math.min(frame.width() / natural, (scale() * room) / parts));
    requestAnimationFrame(() => {
      scrollTo({ left: 0, top: scrollY + canvas.getBoundingClientRect().top - one(".bar").offsetHeight, behavior: "instant" });
    });
  }

  function wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * [1, 16, innerHeight][event.deltaMode];
    const factor = Math.exp(-Math.min(60, Math.max(-60, pixels)) / 200);
    to((wanted?.next ?? scale()) * factor, event.clientX, event.clientY);
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = { "+": "in", "=": "in", "-": "out", 0: "actual" }[event.key];
    if (!name) return;
    event.preventDefault();
    press(name);
  }

  const fingers = { apart: 1, scale: 1 };

  function touch(event) {
    if (event.touches.length === 2) Object.assign(fingers, { apart: apart(event.touches), scale: scale() });
  }

  function pinch(event) {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [a, b] = event.touches;
    const factor = apart(event.touches) / fingers.apart;
    to(fingers.scale * factor, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
  }

  function apart([a, b]) {
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
  }

  function gesture(event, starts) {
    event.preventDefault();
    if (starts) fingers.scale = scale();
    else to(fingers.scale * event.scale, event.clientX, event.clientY);
  }

  return { begin, scale, to };
})();
