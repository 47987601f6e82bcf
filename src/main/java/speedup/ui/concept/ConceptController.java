package speedup.ui.concept;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.ConceptWords;
import speedup.concept.StageState;
import speedup.concept.StageState.Pace;
import speedup.concept.lesson.LessonStep;
import speedup.plot.ChartTheme;
import speedup.ui.Messages;
import speedup.ui.chart.ChartPane;
import speedup.ui.code.PythonPane;
import speedup.ui.form.Segments;
import speedup.ui.run.Banner;
import speedup.ui.view.Session;
import speedup.ui.view.WorkView;
import speedup.workload.Workload;

/** Joins the controls of the view of concepts with its model. */
public final class ConceptController implements WorkView {
  /** Width of the view at 100 %, in pixels, from which the concepts stand in a list. */
  private static final double ROOM_FOR_LISTS = 1_150;

  /** The same for the code beside the drawing. */
  private static final double ROOM_FOR_CODE = 780;

  private static final List<OptionalInt> AMOUNTS =
      List.of(
          OptionalInt.empty(),
          OptionalInt.of(2),
          OptionalInt.of(3),
          OptionalInt.of(4),
          OptionalInt.of(8),
          OptionalInt.of(16),
          OptionalInt.of(32),
          OptionalInt.of(ConceptLab.MOST_ACTORS));
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

  @FXML private BorderPane root;
  @FXML private VBox lists;
  @FXML private ListView<Concept> concepts;
  @FXML private ListView<Concept.Variant> variants;
  @FXML private FlowPane choices;
  @FXML private ComboBox<Concept> concept;
  @FXML private ComboBox<Concept.Variant> variant;
  @FXML private VBox centre;
  @FXML private VBox beside;
  @FXML private Label title;
  @FXML private Label summary;
  @FXML private Banner banner;
  @FXML private StageFrame frame;
  @FXML private ChartPane drawing;
  @FXML private Label starting;
  @FXML private HBox paceBox;
  @FXML private Button go;
  @FXML private FontIcon goIcon;
  @FXML private ComboBox<OptionalInt> amount;
  @FXML private OperationBar operations;
  @FXML private QuestionPane question;
  @FXML private HBox besideQuestion;
  @FXML private FigureList figures;
  @FXML private CodePane java;
  @FXML private PythonPane python;
  @FXML private StageLog log;

  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private ConceptModel model;
  private ConceptWords words;
  private ChartTheme theme = ChartTheme.LIGHT;
  private double scale = 1;

  /** Called by the FXML loader. */
  public ConceptController() {}

  @Override
  public void open(Session session) {
    open(new ConceptModel(session.concepts(), session.ui()));
    go.disableProperty().bind(session.busyProperty().and(model.runningProperty().not()));
  }

  /** Gives the view what it works with. */
  void open(ConceptModel itsModel) {
    model = itsModel;
    new ConceptLists(model, concepts, variants, concept, variant);
    question.open(model);
    operations.open(model::step, model::kill, frame);
    frame.accessibleTextProperty().bind(drawing.accessibleTextProperty());
    figures.manyProperty().addListener(_ -> placeFigures());
    makePace();
    amount.setConverter(new Amounts());
    amount.getItems().setAll(AMOUNTS);
    amount.valueProperty().addListener((_, _, now) -> model.choose(now));
    model.wishProperty().subscribe(this::chosen);
    model.seenProperty().subscribe(this::show);
    model.failureProperty().subscribe(this::showFailure);
    starting
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.state().isEmpty() && model.failureProperty().get().isEmpty(),
                model.seenProperty(),
                model.failureProperty()));
    for (var part : List.of(lists, choices)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    root.widthProperty().addListener(_ -> reflow());
  }

  /** Puts a stage there, ready to be run. */
  public void show(LessonStep.OnStage stage) {
    ConceptLab.concept(stage.concept()).ifPresent(model::choose);
    model.choose(stage.variant());
    model.choose(stage.actors());
    model.paceProperty().set(stage.pace());
  }

  private void makePace() {
    var paces =
        new Segments<>(
            Messages.get("concept.pace"),
            List.of(Pace.FREE, Pace.SLOW, Pace.HELD),
            each -> Messages.get("concept.pace." + each.name().toLowerCase(Locale.ROOT)));
    paces.valueProperty().bindBidirectional(model.paceProperty());
    paceBox.getChildren().add(paces);
    model
        .paceProperty()
        .subscribe(now -> {
          var steps = now == Pace.HELD;
          go.setText(Messages.get(steps ? "concept.next" : "concept.run"));
          goIcon.setIconLiteral(steps ? "mdi2s-step-forward" : "mdi2p-play");
        });
  }

  private void chosen(ConceptRoom.Wish wish) {
    words = ConceptWords.of(wish.concept());
    amount.setValue(wish.actors());
    title.setText(Messages.get("concept.heading", words.title(), words.variant(wish.variant())));
    summary.setText(words.summary());
    python.setText(words.python());
    question.ask(words, wish.variant());
    figures.show(words, List.of());
    log.clear();
  }

  private void show(Optional<StageRelay.Seen> seen) {
    var state = seen.map(StageRelay.Seen::state);
    question.show(state);
    if (seen.isEmpty()) {
      log.clear();
      operations.setDisable(true);
      return;
    }
    operations.setDisable(false);
    draw(seen.get());
    show(state.get());
  }

  private void draw(StageRelay.Seen seen) {
    var picture = new StagePicture(seen.state(), seen.cycle());
    drawing.show(picture);
    drawing.requestLayout();
    frame.show(picture, scale);
  }

  private void show(StageState state) {
    operations.show(state.actors());
    java.show(state.actors());
    // what a number has to be would tell the class what to predict
    figures.show(words, model.begunProperty().get() ? state.figures() : List.of());
    log.show(state);
  }

  private void showFailure(String sentence) {
    if (sentence.isEmpty()) {
      banner.hide();
    } else {
      banner.show(
          Banner.Kind.ERROR,
          sentence,
          new Banner.Action(Messages.get("concept.again"), model::reset));
    }
  }

  /** Many numbers, or long ones, stand over the question instead of beside it. */
  private void placeFigures() {
    centre.getChildren().remove(figures);
    besideQuestion.getChildren().remove(figures);
    if (figures.manyProperty().get()) {
      centre.getChildren().add(centre.getChildren().indexOf(besideQuestion), figures);
    } else {
      besideQuestion.getChildren().add(figures);
    }
  }

  private void reflow() {
    var width = root.getWidth() / scale;
    lists.setVisible(width >= ROOM_FOR_LISTS);
    choices.setVisible(!lists.isVisible());
    var atSide = width >= ROOM_FOR_CODE;
    if (atSide != (root.getRight() == beside)) {
      if (atSide) {
        centre.getChildren().remove(beside);
        root.setRight(beside);
      } else {
        root.setRight(null);
        centre.getChildren().add(beside);
      }
      beside.pseudoClassStateChanged(BELOW, !atSide);
    }
  }

  /** What can be done to the stage. */
  public ConceptModel model() {
    return model;
  }

  @FXML
  private void reset() {
    model.reset();
  }

  @Override
  @FXML
  public void run() {
    model.run();
  }

  @Override
  public void stop() {
    model.stop();
  }

  @Override
  public ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty running() {
    return model.runningProperty();
  }

  /** The ways to show the concept. */
  @Override
  public int scenes() {
    return model.wishProperty().get().concept().variants().size();
  }

  @Override
  public void showScene(int number) {
    model.choose(model.wishProperty().get().concept().variants().get(number).id());
  }

  @Override
  public void hideResult() {
    model.clean();
  }

  @Override
  public boolean hasOwnWorkload() {
    return true;
  }

  @Override
  public void setWorkload(Workload workload) {}

  @Override
  public void setLook(ChartTheme charts, double nextScale) {
    theme = charts;
    scale = nextScale;
    drawing.setTheme(theme);
    drawing.setTextScale(scale);
    java.setTheme(theme);
    reflow();
    model.seenProperty().get().ifPresent(this::draw);
  }

  /** The processes start when somebody comes to see them. */
  @Override
  public void shown() {
    model.begin();
    (lists.isVisible() ? concepts : concept).requestFocus();
  }

  @Override
  public void close() {
    model.close();
  }

  /** How many processes of a kind. */
  private static final class Amounts extends StringConverter<OptionalInt> {
    @Override
    public String toString(OptionalInt item) {
      return item == null || item.isEmpty()
          ? Messages.get("concept.amount.usual")
          : Messages.get("concept.amount", item.getAsInt());
    }

    @Override
    public OptionalInt fromString(String text) {
      throw new UnsupportedOperationException("the list is chosen from, not typed into");
    }
  }
}
