package speedup.ui.palette;

/**
 * Something that can be chosen in the palette.
 *
 * @param title what it does
 * @param kind what it is, such as a workload and its id; found as well; may be empty
 * @param key the key that does the same, as it is written on this system; may be empty
 * @param whyNot why it cannot be done now, a sentence; empty where it can
 * @param action does it
 */
public record Entry(String title, String kind, String key, String whyNot, Runnable action) {
  /** Whether it can be done now. */
  public boolean isPossible() {
    return whyNot.isEmpty();
  }
}
