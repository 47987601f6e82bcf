package speedup.plot;

import java.util.List;
import java.util.Objects;
import speedup.measure.EngineKind;
import speedup.scaling.Verdict;

/**
 * The colours of all charts. Parts of the time carry the Okabe-Ito colours, which most colour-blind
 * people can tell apart; the charts add outlines, hatching and labels, so that colour alone never
 * carries a meaning.
 *
 * @param background behind everything
 * @param foreground text and axes
 * @param muted text of lesser weight
 * @param grid grid lines
 * @param border outlines
 * @param accent the one colour that stands out
 * @param compute running tasks
 * @param serialise reading arguments and writing results; always outlined
 * @param waiting hatching of the time without work
 * @param lock waiting for a lock; always hatched
 * @param start processes starting
 * @param warmUp a fresh process before its first chunk
 * @param merge the parent putting the result together
 * @param done finished
 * @param error the cross of a death or an error
 * @param workers tints of the workers, used in turn
 * @param projected whether it is for the last row of a room: see {@link #forProjector()}
 */
public record ChartTheme(
    Ink background,
    Ink foreground,
    Ink muted,
    Ink grid,
    Ink border,
    Ink accent,
    Ink compute,
    Ink serialise,
    Ink waiting,
    Ink lock,
    Ink start,
    Ink warmUp,
    Ink merge,
    Ink done,
    Ink error,
    List<Ink> workers,
    boolean projected) {
  /** What is thinner cannot be seen from the last row. */
  private static final double PROJECTED_STROKE = 3;

  /** Dark on white. */
  public static final ChartTheme LIGHT =
      new ChartTheme(
          Ink.of("#ffffff"),
          Ink.of("#24292f"),
          Ink.of("#57606a"),
          Ink.of("#e4e8ec"),
          Ink.of("#8c959f"),
          Ink.of("#0969da"),
          Ink.of("#0072b2"),
          Ink.of("#f0e442"),
          Ink.of("#b4bcc4"),
          Ink.of("#d55e00"),
          Ink.of("#cc79a7"),
          Ink.of("#56b4e9"),
          Ink.of("#e69f00"),
          Ink.of("#009e73"),
          Ink.of("#000000"),
          tints("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"),
          false);

  /** Light on nearly black, the dark colours of the parts a little lighter. */
  public static final ChartTheme DARK =
      new ChartTheme(
          Ink.of("#0d1117"),
          Ink.of("#e6edf3"),
          Ink.of("#9ea7b3"),
          Ink.of("#21262d"),
          Ink.of("#6e7681"),
          Ink.of("#58a6ff"),
          Ink.of("#2f8fd0"),
          Ink.of("#f0e442"),
          Ink.of("#4a525c"),
          Ink.of("#f07830"),
          Ink.of("#d98fb8"),
          Ink.of("#7cc6f2"),
          Ink.of("#eeb02c"),
          Ink.of("#22b88c"),
          Ink.of("#ffffff"),
          tints("#2f8fd0", "#eeb02c", "#22b88c", "#d98fb8", "#7cc6f2", "#f07830", "#f0e442"),
          false);

  /** White on black for those who need strong contrast; every part far lighter than the ground. */
  public static final ChartTheme CONTRAST =
      new ChartTheme(
          Ink.of("#000000"),
          Ink.of("#ffffff"),
          Ink.of("#e6e6e6"),
          Ink.of("#4d4d4d"),
          Ink.of("#ffffff"),
          Ink.of("#ffd60a"),
          Ink.of("#4db8ff"),
          Ink.of("#f0e442"),
          Ink.of("#bdbdbd"),
          Ink.of("#ff8c42"),
          Ink.of("#f0a8d4"),
          Ink.of("#b3e0ff"),
          Ink.of("#ffb020"),
          Ink.of("#3ee0ad"),
          Ink.of("#ffffff"),
          tints("#4db8ff", "#ffb020", "#3ee0ad", "#f0a8d4", "#b3e0ff", "#ff8c42", "#f0e442"),
          false);

  /** Checks that every colour is there. */
  public ChartTheme {
    Objects.requireNonNull(background);
    Objects.requireNonNull(foreground);
    workers = List.copyOf(workers);
  }

  /**
   * The same for a projector: no text is smaller than the usual one, no stroke thinner than three
   * pixels, no grey too light, and labels stand at what they name.
   */
  public ChartTheme forProjector() {
    return new ChartTheme(
        background,
        luminance(background) > 0.5 ? Ink.BLACK : Ink.WHITE,
        foreground,
        grid.mix(border, 0.3),
        muted,
        accent,
        compute,
        serialise,
        border,
        lock,
        start,
        warmUp,
        merge,
        done,
        error,
        workers,
        true);
  }

  /** A stroke as thick as it has to be to be seen. */
  double stroke(double wanted) {
    return projected ? Math.max(wanted, PROJECTED_STROKE) : wanted;
  }

  /** The tint of a worker, counted from 0; the tints repeat after the seventh. */
  public Ink worker(int index) {
    return workers.get(Math.floorMod(index, workers.size()));
  }

  /** The fill of an engine, the same in every chart. */
  public Ink engine(EngineKind engine) {
    return switch (engine) {
      case SEQUENTIAL -> border;
      case PROCESSES -> compute;
      case THREADS -> start;
      case THREADS_ONE_LOCK -> lock;
      case PYTHON -> done;
    };
  }

  /** The fill of a part of the time. Waiting and the idle tail are left blank. */
  public Ink part(Verdict.Part part) {
    return switch (part) {
      case START -> start;
      case WARM_UP -> warmUp;
      case WAITING, IDLE_TAIL -> background;
      case SERIALISE -> serialise;
      case COMPUTE -> compute;
      case MERGE -> merge;
    };
  }

  /** Black or white: what can be read on this fill. */
  public static Ink textOn(Ink fill) {
    return luminance(fill) > 0.18 ? Ink.BLACK : Ink.WHITE;
  }

  /** Relative luminance as WCAG defines it, 0 to 1. */
  static double luminance(Ink color) {
    return 0.2126 * linear(color.red())
        + 0.7152 * linear(color.green())
        + 0.0722 * linear(color.blue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static List<Ink> tints(String... colours) {
    return List.of(colours).stream().map(Ink::of).toList();
  }
}
