package speedup.ui.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import speedup.history.Fingerprint;
import speedup.history.KeptRun;
import speedup.history.RunSummary;
import speedup.measure.Environment;
import speedup.plot.ChartTheme;
import speedup.ui.FileDialogs;
import speedup.ui.Messages;
import speedup.ui.form.ListWords;
import speedup.ui.form.Segments;
import speedup.ui.run.Banner;
import speedup.ui.view.Session;
import speedup.ui.view.View;
import speedup.ui.view.WorkView;
import speedup.workload.Workload;
import speedup.workload.WorkloadWords;
import speedup.workload.Workloads;

/** Joins the controls of the view "History" with its model. */
public final class HistoryController implements WorkView {
  /** Width at 100 %, in pixels, under which list and details stand one above the other. */
  private static final double ROOM_FOR_BOTH = 900;

  private static final double LIST_SHARE = 0.52;

  /** What is listed. */
  private enum Kind {
    ALL,
    RUN,
    STUDY;

    Optional<KeptRun.Kind> filter() {
      return this == ALL ? Optional.empty() : Optional.of(KeptRun.Kind.valueOf(name()));
    }
  }

  @FXML private BorderPane root;
  @FXML private Banner banner;
  @FXML private FlowPane tools;
  @FXML private TextField words;
  @FXML private ComboBox<Optional<Workload>> workload;
  @FXML private CheckBox here;
  @FXML private Button take;
  @FXML private Label count;
  @FXML private SplitPane split;
  @FXML private TableView<RunSummary> table;
  @FXML private VBox place;
  @FXML private Label placeText;
  @FXML private Button placeButton;
  @FXML private ScrollPane side;

  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Label hint = new Label();
  private Session session;
  private Questions questions;
  private HistoryModel model;
  private Subscription notices;
  private HistoryActions actions;
  private RunDetails details;
  private ComparePane together;
  private BooleanBinding ready;
  private Segments<Kind> kinds;
  private double scale = 1;
  private String wanted = ""; // to be shown once its row is read

  /** Called by the FXML loader. */
  public HistoryController() {}

  @Override
  public void open(Session itsSession) {
    open(itsSession, new Dialogs(new FileDialogs(() -> root.getScene().getWindow())));
  }

  /** Gives the view what it works with. */
  void open(Session itsSession, Questions itsQuestions) {
    session = itsSession;
    questions = itsQuestions;
    model = new HistoryModel(session.history(), Fingerprint.of(Environment.current()));
    actions = new HistoryActions(session.history(), this::say);
    ready =
        Bindings.createBooleanBinding(
            () -> model.shownProperty().get() instanceof HistoryModel.Shown.One,
            model.shownProperty());
    details =
        new RunDetails(
            new RunDetails.Actions(this::run, this::export, this::delete),
            (id, text) -> actions.note(id, text, () -> details.noteSaved(id)));
    together = new ComparePane(this::delete);
    hint.setWrapText(true);
    hint.getStyleClass().addAll("muted", "run-details");
    makeFilters();
    makeList();
    model.shownProperty().subscribe(this::show);
    notices = banner.warnOf(session.history().noticeProperty());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.widthProperty().addListener(_ -> makeRoom());
    table.widthProperty().addListener(_ -> RunTable.setRoom(table, scale));
  }

  private void makeFilters() {
    words.textProperty().bindBidirectional(model.wordsProperty());
    here.selectedProperty().bindBidirectional(model.hereOnlyProperty());
    kinds =
        new Segments<>(
            Messages.get("history.kind"),
            List.of(Kind.values()),
            kind -> Messages.get("history.kind." + kind.name().toLowerCase(java.util.Locale.ROOT)));
    kinds.valueProperty().set(Kind.ALL);
    kinds.valueProperty().subscribe(kind -> model.kindProperty().set(kind.filter()));
    tools.getChildren().add(1, kinds);
    var all = Messages.get("history.workload.all");
    workload.setConverter(new ListWords<>(item -> item.map(WorkloadWords::title).orElse(all), all));
    workload.getItems().add(Optional.empty());
    Workloads.all().forEach(each -> workload.getItems().add(Optional.of(each)));
    workload.getSelectionModel().selectFirst();
    workload
        .valueProperty()
        .subscribe(chosen -> model.workloadProperty().set(chosen.map(Workload::id)));
  }

  private void makeList() {
    RunTable.fill(table, row -> model.looksAt(row));
    table.setItems(model.rows());
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunSummary>) _ -> choose());
    model.setOnReplaced(this::chooseAgain);
    model.foundProperty().subscribe(_ -> showState());
    model.stateProperty().subscribe(_ -> showState());
    model.failureProperty().subscribe(_ -> showState());
  }

  private void choose() {
    if (!model.isReplacing()) {
      model.choose(
          table.getSelectionModel().getSelectedItems().stream()
              .filter(java.util.Objects::nonNull)
              .map(RunSummary::id)
              .toList());
    }
  }

  private void chooseAgain() {
    var before = model.chosen();
    for (var i = 0; i < model.rows().size(); i++) {
      if (before.contains(model.rows().get(i).id()) && !table.getSelectionModel().isSelected(i)) {
        table.getSelectionModel().select(i);
      }
    }
    choose();
    select(wanted);
  }

  private void showState() {
    var state = model.stateProperty().get();
    var rows = state == HistoryModel.State.ROWS;
    table.setVisible(rows);
    place.setVisible(!rows);
    showSide(rows);
    count.setText(rows ? Messages.get("history.count", model.foundProperty().get()) : "");
    placeText.setText(
        switch (state) {
          case LOADING -> Messages.get("history.loading");
          case EMPTY -> Messages.get("history.empty");
          case NOTHING_FOUND -> Messages.get("history.nothing-found");
          case ROWS -> "";
          case FAILED -> HistoryWords.failed(model, session.history());
        });
    placeButton.setVisible(
        state == HistoryModel.State.EMPTY || state == HistoryModel.State.NOTHING_FOUND);
    if (state == HistoryModel.State.EMPTY) {
      placeButton.setText(Messages.get("history.empty.button"));
      placeButton.setOnAction(_ -> session.show(View.RUN));
    } else {
      placeButton.setText(Messages.get("history.nothing-found.button"));
      placeButton.setOnAction(_ -> showAll());
    }
  }

  /** Without rows there is nothing to show beside them. */
  private void showSide(boolean shown) {
    if (shown != split.getItems().contains(side)) {
      if (shown) {
        split.getItems().add(side);
        makeRoom();
      } else {
        split.getItems().remove(side);
      }
    }
  }

  private void showAll() {
    kinds.valueProperty().set(Kind.ALL);
    workload.getSelectionModel().selectFirst();
    here.setSelected(false);
    words.clear();
  }

  private void show(HistoryModel.Shown shown) {
    if (!(shown instanceof HistoryModel.Shown.One)) {
      details.saveNote();
    }
    switch (shown) {
      case HistoryModel.Shown.Nothing _ -> hint(Messages.get("history.choose"));
      case HistoryModel.Shown.Loading _ -> hint(Messages.get("history.reading"));
      case HistoryModel.Shown.Failed(var sentence) -> hint(sentence);
      case HistoryModel.Shown.One(var kept, var findings, var charts) -> {
        details.show(kept, findings, charts);
        side.setContent(details);
      }
      case HistoryModel.Shown.Several(var runs, var all) -> {
        together.show(runs.size(), all);
        side.setContent(together);
      }
    }
  }

  private void hint(String words) {
    hint.setText(words);
    side.setContent(hint);
  }

  private void say(HistoryActions.Said said) {
    var kind = said.good() ? Banner.Kind.INFO : Banner.Kind.ERROR;
    if (said.undo().isPresent()) {
      banner.show(
          kind,
          said.sentence(),
          new Banner.Action(Messages.get("history.undo"), said.undo().get()));
    } else {
      banner.show(kind, said.sentence());
    }
  }

  /** Runs what is shown again, as it was. */
  @Override
  public void run() {
    details
        .run()
        .filter(_ -> ready.get())
        .ifPresent(run -> {
          var id = run.request().workload();
          if (Workloads.all().stream().noneMatch(each -> each.id().equals(id))) {
            banner.show(Banner.Kind.ERROR, Messages.get("history.again.unknown", id));
            return;
          }
          var study = run.studyAgain();
          var begun =
              study.isPresent()
                  ? session.desk().studyAgain(study.get())
                  : session.desk().runAgain(run.again());
          if (!begun) {
            banner.show(Banner.Kind.WARNING, Messages.get("history.again.busy"));
          }
        });
  }

  /** Writes what is shown into a file that the person names. */
  void export() {
    details
        .run()
        .filter(_ -> ready.get())
        .ifPresent(run ->
            questions
                .export(HistoryWords.fileName(run))
                .ifPresent(file -> actions.export(run, file)));
  }

  private void delete() {
    if (!model.chosen().isEmpty()) {
      actions.delete(model.chosen());
    }
  }

  /** Takes a run from a file that the person chooses. */
  @FXML
  public void take() {
    questions.take().ifPresent(this::take);
  }

  private void take(Path file) {
    actions.take(file, this::show);
  }

  /** Shows this run, whatever was looked for before. */
  public void show(String id) {
    showAll();
    wanted = id;
    select(id);
  }

  private void select(String id) {
    for (var i = 0; i < model.rows().size(); i++) {
      if (model.rows().get(i).id().equals(id)) {
        table.getSelectionModel().clearAndSelect(i);
        table.scrollTo(i);
        wanted = "";
        return;
      }
    }
  }

  private void key(KeyEvent event) {
    if (new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN).match(event)) {
      export();
    } else if (new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN).match(event)) {
      words.requestFocus();
    } else if (event.getCode() == KeyCode.DELETE && table.isFocused()) {
      delete();
    } else {
      return;
    }
    event.consume();
  }

  private void makeRoom() {
    var wide = root.getWidth() >= ROOM_FOR_BOTH * scale;
    var orientation = wide ? Orientation.HORIZONTAL : Orientation.VERTICAL;
    if (split.getOrientation() != orientation) {
      split.setOrientation(orientation);
    }
    split.setDividerPositions(wide ? LIST_SHARE : 1 - LIST_SHARE);
    RunTable.setRoom(table, scale);
  }

  @Override
  public BooleanBinding ready() {
    return ready;
  }

  @Override
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public boolean hasOwnWorkload() {
    return true;
  }

  @Override
  public void setLook(ChartTheme charts, double nextScale) {
    scale = nextScale;
    details.setLook(charts, scale);
    together.setLook(charts, scale);
    makeRoom();
  }

  @Override
  public boolean drop(List<Path> files) {
    files.forEach(this::take);
    return !files.isEmpty();
  }

  @Override
  public void shown() {
    model.open();
  }

  /** The state behind the view. */
  public HistoryModel model() {
    return model;
  }

  @Override
  public void close() {
    details.saveNote();
    notices.unsubscribe();
    model.close();
  }
}
