package speedup.settings;

/** The colours of the window. */
public enum Look {
  /** As the system has it. */
  SYSTEM,
  /** Dark text on a light ground. */
  LIGHT,
  /** Light text on a dark ground. */
  DARK,
  /** White, yellow and blue on black, with strong borders. */
  CONTRAST
}
