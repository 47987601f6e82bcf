package speedup.ui.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import speedup.ui.Messages;

/** How sure the numbers are to be. */
public enum Repeats {
  /** Just enough to see the order of things; no interval is shown. */
  QUICK(3),
  /** For a lesson: medians with intervals. */
  CLASS(7),
  /** For a result to be published. */
  RIGOROUS(15);

  private final int runs;

  Repeats(int runs) {
    this.runs = runs;
  }

  /** Timed runs of each kind. */
  public int runs() {
    return runs;
  }

  /** The name and the number. */
  public String title() {
    return Messages.get("options.repeats." + name().toLowerCase(Locale.ROOT), runs);
  }

  /** What it is good for, in one line. */
  public String meaning() {
    return Messages.get("options.repeats." + name().toLowerCase(Locale.ROOT) + ".meaning");
  }

  /** The one with so many runs. */
  public static Optional<Repeats> of(int runs) {
    return Stream.of(values()).filter(each -> each.runs == runs).findFirst();
  }
}
