// Panning: dragging the background of a drawing scrolls it; texts stay selectable and links clickable.

const pan = (() => {
  const SLACK = 4; // pixels that the pointer may move during a click
  let from = null;
  let moved = false;

  function begin() {
    for (const canvas of all(".canvas")) {
      canvas.classList.add("grab");
      canvas.addEventListener("pointerdown", take);
      canvas.addEventListener("pointermove", drag);
      for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, drop);
      canvas.addEventListener("click", (event) => moved && event.stopPropagation(), { capture: true });
    }
  }

  function take(event) {
    moved = false;
    if (event.pointerType !== "mouse" || event.button !== 0 || event.target.closest("text, a, button")) return;
    from = { x: event.clientX, y: event.clientY, left: scrollX, top: scrollY, pointer: event.pointerId, canvas: event.currentTarget };
  }

  function drag(event) {
    if (!from) return;
    const [across, down] = [event.clientX - from.x, event.clientY - from.y];
    if (!moved && Math.hypot(across, down) < SLACK) return;
    if (!moved) {
      moved = true;
      from.canvas.setPointerCapture(from.pointer);
      from.canvas.classList.add("grabbed");
    }
    scrollTo({ left: from.left - across, top: from.top - down, behavior: "instant" });
  }

  function drop() {
    from?.canvas.classList.remove("grabbed");
    from = null;
  }

  return { begin };
})();
