package speedup.ui.home;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import speedup.concept.StageState.Pace;
import speedup.concept.lesson.LessonStep;
import speedup.history.Query;
import speedup.plot.ChartTheme;
import speedup.ui.Messages;
import speedup.ui.run.Banner;
import speedup.ui.view.Session;
import speedup.ui.view.View;
import speedup.ui.view.WorkView;
import speedup.workload.Parameter;

/** The view that the window begins with. */
public final class HomeController implements WorkView {
  /** Width at 100 %, in pixels, under which the cards stand one above the other. */
  private static final double ROOM_FOR_CARDS = 680;

  /** Small enough for a result, file and all, within half a minute on any machine of today. */
  private static final Map<String, String> FIRST_RUN =
      Map.of("count", "200000", "max", "1000000000");

  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final GridPane cards = new GridPane();
  private final VBox column = new VBox();
  private final Banner locked = new Banner();
  private Session session;
  private RecentRuns recent;
  private CheckModel check;
  private List<HomeCard> all;
  private Subscription changes;
  private double scale = 1;

  @FXML private ScrollPane root;

  /** Called by the FXML loader. */
  public HomeController() {}

  @Override
  public void open(Session itsSession) {
    session = itsSession;
    all =
        List.of(
            new HomeCard("speedup", "mdi2r-run-fast", this::run).first(),
            new HomeCard("race", "mdi2l-lightning-bolt-outline", this::breakIt),
            new HomeCard("file", "mdi2f-folder-open-outline", this::openFile));
    recent = new RecentRuns(id -> session.desk().showKept(id));
    var title = new Label(Messages.get("home.title"));
    title.getStyleClass().add("view-title");
    var summary = new Label(Messages.get("home.summary"));
    summary.getStyleClass().add("muted");
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    cards.getStyleClass().add("home-cards");
    column.getStyleClass().add("home-column");
    column.setMinWidth(0);
    check = new CheckModel(session);
    var checked = new CheckPane(check);
    locked.hide();
    column.getChildren().addAll(locked, title, summary, cards, recentHead(), recent, checked);
    check.stageProperty().subscribe(stage -> placeCheck(stage, checked));
    var middle = new HBox(column);
    middle.getStyleClass().add("home-middle");
    HBox.setHgrow(column, Priority.ALWAYS);
    root.setContent(middle);
    root.widthProperty().addListener(_ -> place());
    changes = session.history().changesProperty().subscribe(this::readRecent);
    place();
    readRecent();
    check.startAtFirst();
  }

  /** What does not work is told first, what is well last. */
  private void placeCheck(CheckModel.Stage stage, CheckPane pane) {
    var bad = stage instanceof CheckModel.Stage.Done done && !done.good();
    var shut = stage instanceof CheckModel.Stage.Done done && done.locked();
    column.getChildren().remove(pane);
    column.getChildren().add(bad ? 1 : column.getChildren().size(), pane);
    all.get(0).setDisable(shut);
    all.get(1).setDisable(shut);
    ready.set(!shut);
    if (shut) {
      locked.show(Banner.Kind.ERROR, Messages.get("home.locked"));
    } else {
      locked.hide();
    }
  }

  /** Looks again at what this computer allows. */
  public void check() {
    check.start();
  }

  private HBox recentHead() {
    var title = new Label(Messages.get("home.recent"));
    title.getStyleClass().add("section-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var whole = new Hyperlink(Messages.get("home.recent.all"));
    whole.setOnAction(_ -> session.show(View.HISTORY));
    var head = new HBox(title, gap, whole);
    head.getStyleClass().add("section-bar");
    return head;
  }

  private void readRecent() {
    session
        .history()
        .use(
            store -> store.search(Query.ALL, 0, RecentRuns.MOST),
            recent::show,
            sentence ->
                recent.say(sentence.isEmpty() ? Messages.get("home.recent.none") : sentence));
  }

  private void place() {
    var columns = root.getWidth() / scale >= ROOM_FOR_CARDS ? all.size() : 1;
    if (cards.getColumnConstraints().size() == columns) {
      return;
    }
    cards.getChildren().clear();
    cards.getColumnConstraints().clear();
    for (var i = 0; i < columns; i++) {
      var share = new ColumnConstraints();
      share.setPercentWidth(100.0 / columns);
      cards.getColumnConstraints().add(share);
    }
    for (var i = 0; i < all.size(); i++) {
      cards.add(all.get(i), i % columns, i / columns);
    }
  }

  /** A small comparison: what to see first. */
  @Override
  public void run() {
    session.desk().run("primes-file", FIRST_RUN);
  }

  private void breakIt() {
    session.desk().open(new LessonStep.OnStage("lock", "no-lock", Pace.FREE, OptionalInt.empty()));
  }

  private void openFile() {
    session
        .picker()
        .pick(new Parameter.InputFile("file", "", "", List.of()))
        .ifPresent(file -> problem.set(session.desk().take(file).orElse("")));
  }

  @Override
  public ObservableBooleanValue ready() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public ObservableStringValue problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public boolean hasOwnWorkload() {
    return true;
  }

  @Override
  public boolean drop(List<java.nio.file.Path> files) {
    if (files.isEmpty()) {
      return false;
    }
    problem.set(session.desk().take(files.getFirst()).orElse(""));
    return problem.get().isEmpty();
  }

  @Override
  public void shown() {
    problem.set("");
  }

  @Override
  public void setLook(ChartTheme charts, double nextScale) {
    scale = nextScale;
    place();
  }

  @Override
  public void close() {
    check.close();
    changes.unsubscribe();
  }
}
