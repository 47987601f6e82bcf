package speedup.plot;

/** Which part of a text stands at its position. */
public enum Align {
  /** Its left edge. */
  LEFT,
  /** Its middle. */
  CENTER,
  /** Its right edge. */
  RIGHT
}
