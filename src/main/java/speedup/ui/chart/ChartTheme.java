package speedup.ui.chart;

import java.util.List;
import java.util.Objects;
import javafx.scene.paint.Color;
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
 */
public record ChartTheme(
    Color background,
    Color foreground,
    Color muted,
    Color grid,
    Color border,
    Color accent,
    Color compute,
    Color serialise,
    Color waiting,
    Color lock,
    Color start,
    Color warmUp,
    Color merge,
    Color done,
    Color error,
    List<Color> workers) {
  /** Dark on white. */
  public static final ChartTheme LIGHT =
      new ChartTheme(
          Color.web("#ffffff"),
          Color.web("#24292f"),
          Color.web("#57606a"),
          Color.web("#e4e8ec"),
          Color.web("#8c959f"),
          Color.web("#0969da"),
          Color.web("#0072b2"),
          Color.web("#f0e442"),
          Color.web("#b4bcc4"),
          Color.web("#d55e00"),
          Color.web("#cc79a7"),
          Color.web("#56b4e9"),
          Color.web("#e69f00"),
          Color.web("#009e73"),
          Color.web("#000000"),
          tints("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"));

  /** Light on nearly black, the dark colours of the parts a little lighter. */
  public static final ChartTheme DARK =
      new ChartTheme(
          Color.web("#0d1117"),
          Color.web("#e6edf3"),
          Color.web("#9ea7b3"),
          Color.web("#21262d"),
          Color.web("#6e7681"),
          Color.web("#58a6ff"),
          Color.web("#2f8fd0"),
          Color.web("#f0e442"),
          Color.web("#4a525c"),
          Color.web("#f07830"),
          Color.web("#d98fb8"),
          Color.web("#7cc6f2"),
          Color.web("#eeb02c"),
          Color.web("#22b88c"),
          Color.web("#ffffff"),
          tints("#2f8fd0", "#eeb02c", "#22b88c", "#d98fb8", "#7cc6f2", "#f07830", "#f0e442"));

  /** Checks that every colour is there. */
  public ChartTheme {
    Objects.requireNonNull(background);
    Objects.requireNonNull(foreground);
    workers = List.copyOf(workers);
  }

  /** The tint of a worker, counted from 0; the tints repeat after the seventh. */
  public Color worker(int index) {
    return workers.get(Math.floorMod(index, workers.size()));
  }

  /** The fill of an engine, the same in every chart. */
  public Color engine(EngineKind engine) {
    return switch (engine) {
      case SEQUENTIAL -> border;
      case PROCESSES -> compute;
      case THREADS -> start;
      case THREADS_ONE_LOCK -> lock;
      case PYTHON -> done;
    };
  }

  /** The fill of a part of the time. Waiting and the idle tail are left blank. */
  public Color part(Verdict.Part part) {
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
  static Color textOn(Color fill) {
    return luminance(fill) > 0.18 ? Color.BLACK : Color.WHITE;
  }

  /** Relative luminance as WCAG defines it, 0 to 1. */
  static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static List<Color> tints(String... colours) {
    return List.of(colours).stream().map(Color::web).toList();
  }
}
