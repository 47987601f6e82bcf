package speedup.ui.chart;

import javafx.scene.paint.Color;

/**
 * Colours of the charts. Parts of a run have the colours of Okabe and Ito's palette, which people
 * with any colour vision tell apart; shape, outline or text always says the same once more.
 */
public enum ChartTheme {
  /** On white. */
  LIGHT(
      "#ffffff", "#1f2328", "#59636e", "#e4e8ec", "#c3cad1", "#0969da", "#0072b2", "#56b4e9",
      "#cc79a7", "#f0e442", "#e69f00", "#009e73", "#000000"),
  /** On near black. */
  DARK(
      "#0d1117", "#f0f6fc", "#9ba6b2", "#262c34", "#3d444d", "#4493f8", "#3f9fdc", "#7cc4ee",
      "#d992b8", "#f0e442", "#eab040", "#2fb98f", "#ffffff");

  private static final String[] WORKERS = {
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"
  };

  private final Color background;
  private final Color foreground;
  private final Color muted;
  private final Color grid;
  private final Color border;
  private final Color accent;
  private final Color compute;
  private final Color warmUp;
  private final Color start;
  private final Color serialise;
  private final Color merge;
  private final Color done;
  private final Color error;

  ChartTheme(String... colours) {
    background = Color.web(colours[0]);
    foreground = Color.web(colours[1]);
    muted = Color.web(colours[2]);
    grid = Color.web(colours[3]);
    border = Color.web(colours[4]);
    accent = Color.web(colours[5]);
    compute = Color.web(colours[6]);
    warmUp = Color.web(colours[7]);
    start = Color.web(colours[8]);
    serialise = Color.web(colours[9]);
    merge = Color.web(colours[10]);
    done = Color.web(colours[11]);
    error = Color.web(colours[12]);
  }

  /** Behind everything. */
  public Color background() {
    return background;
  }

  /** Text and axes. */
  public Color foreground() {
    return foreground;
  }

  /** Less important text. */
  public Color muted() {
    return muted;
  }

  /** Grid lines. */
  public Color grid() {
    return grid;
  }

  /** Outlines. */
  public Color border() {
    return border;
  }

  /** What the eye is to find. */
  public Color accent() {
    return accent;
  }

  /** Running tasks. */
  public Color compute() {
    return compute;
  }

  /** First steps of fresh processes. */
  public Color warmUp() {
    return warmUp;
  }

  /** Processes starting. */
  public Color start() {
    return start;
  }

  /** Reading arguments and writing results. */
  public Color serialise() {
    return serialise;
  }

  /** Putting the result together. */
  public Color merge() {
    return merge;
  }

  /** Success. */
  public Color done() {
    return done;
  }

  /** Death of a worker. */
  public Color error() {
    return error;
  }

  /** A worker's own colour, for pictures. */
  public static Color worker(int worker) {
    return Color.web(WORKERS[Math.floorMod(worker, WORKERS.length)]);
  }
}
