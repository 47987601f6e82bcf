package speedup.ui.view;

import java.util.Arrays;
import java.util.Optional;

/** The views of the window, in the order of the rail; each has its key, Ctrl+1 and so on. */
public enum View {
  /** What to begin with. */
  HOME("home", "home/HomeView.fxml", "mdi2h-home-outline"),
  /** One comparison, live. */
  RUN("run", "run/RunView.fxml", "mdi2p-play-circle-outline"),
  /** How far it scales. */
  SCALING("scaling", "scaling/ScalingView.fxml", "mdi2c-chart-bell-curve-cumulative"),
  /** What every worker of a finished run did when. */
  TIMELINE("timeline", "timeline/TimelineView.fxml", "mdi2c-chart-gantt"),
  /** One idea, performed by processes that can be held. */
  CONCEPTS("concepts", "concept/ConceptView.fxml", "mdi2s-school-outline"),
  /** An ordered path through stages and workloads. */
  LESSONS("lessons", "lesson/LessonView.fxml", "mdi2b-book-open-page-variant-outline"),
  /** A task of the person's own. */
  MY_CODE("my-code", "mycode/MyCodeView.fxml", "mdi2c-code-tags"),
  /** Every run that is kept. */
  HISTORY("history", "history/HistoryView.fxml", "mdi2h-history");

  private final String id;
  private final String layout;
  private final String icon;

  View(String id, String layout, String icon) {
    this.id = id;
    this.layout = layout;
    this.icon = icon;
  }

  /** The one with this name. */
  public static Optional<View> named(String id) {
    return Arrays.stream(values()).filter(view -> view.id.equals(id)).findFirst();
  }

  /** The name in files and messages, such as {@code run}. */
  public String id() {
    return id;
  }

  /** Where its layout is, beside the shell's. */
  public String layout() {
    return layout;
  }

  /** The name of its icon. */
  public String icon() {
    return icon;
  }
}
