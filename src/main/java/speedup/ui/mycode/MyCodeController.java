package speedup.ui.mycode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.ui.Messages;
import speedup.ui.code.CodeEditor;
import speedup.ui.code.ProblemList;
import speedup.ui.form.FilePicker;
import speedup.ui.form.ParameterForm;
import speedup.ui.form.Segments;
import speedup.ui.run.Banner;
import speedup.ui.view.Session;
import speedup.ui.view.WorkView;
import speedup.workload.MyCode;
import speedup.workload.OwnSources;
import speedup.workload.SourceProblem;
import speedup.workload.Workload;

/** Joins the controls of the view "My code" with its models. */
public final class MyCodeController implements WorkView {
  private static final Duration PAUSE = Duration.millis(600);

  @FXML private BorderPane root;
  @FXML private VBox formColumn;
  @FXML private Label limits;
  @FXML private MenuButton templates;
  @FXML private Button save;
  @FXML private Button saveAs;
  @FXML private Button open;
  @FXML private Button compile;
  @FXML private Label file;
  @FXML private Label state;
  @FXML private FontIcon stateIcon;
  @FXML private Banner banner;
  @FXML private VBox sourcePane;
  @FXML private VBox jarPane;
  @FXML private StackPane editorPlace;

  private final PauseTransition pause = new PauseTransition(PAUSE);
  private BooleanBinding ready;
  private CodeEditor editor;
  private MyCodeModel model;
  private TaskSettings settings;
  private Questions questions;
  private Consumer<Map<String, String>> runner;

  /** Called by the FXML loader. */
  public MyCodeController() {}

  @Override
  public void open(Session session) {
    var workload = new MyCode();
    open(
        new MyCodeModel(
            new MyCodeModel.Places(
                MyCode::problems,
                session.folders().cache(),
                work -> Thread.ofVirtual().name("my code").start(work),
                session.ui())),
        workload,
        new Dialogs(() -> root.getScene().getWindow()),
        session.picker(),
        chosen -> session.desk().run(workload.id(), chosen));
  }

  /**
   * Gives the view what it works with.
   *
   * @param workload the one that runs a person's own code
   * @param picker asks for the file of a setting
   * @param onRun is given the settings of a run, once the code was compiled without an error
   */
  void open(
      MyCodeModel itsModel,
      Workload workload,
      Questions itsQuestions,
      FilePicker picker,
      Consumer<Map<String, String>> onRun) {
    model = itsModel;
    questions = itsQuestions;
    runner = onRun;
    settings = new TaskSettings(workload);
    ready = settings.problemProperty().isEmpty();
    makeForms(picker);
    makeEditor();
    makeTemplates();
    model.checkProperty().subscribe(_ -> showState());
    model.failureProperty().subscribe(this::showFailure);
    model.fileProperty().subscribe(_ -> showName());
    model.unsavedProperty().subscribe(_ -> showName());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void makeForms(FilePicker picker) {
    var kinds =
        new Segments<>(
            Messages.get("mycode.kind"),
            List.of(TaskSettings.Kind.values()),
            kind -> Messages.get("mycode.kind." + kind.name().toLowerCase(java.util.Locale.ROOT)));
    kinds.valueProperty().bindBidirectional(settings.kindProperty());
    kinds.getStyleClass().add("form");
    var at = formColumn.getChildren().indexOf(limits);
    formColumn.getChildren().add(at++, kinds);
    for (var kind : TaskSettings.Kind.values()) {
      var form = new ParameterForm(settings.form(kind), picker);
      form.managedProperty().bind(form.visibleProperty());
      settings.kindProperty().subscribe(now -> form.setVisible(now == kind));
      formColumn.getChildren().add(at++, form);
    }
    limits.textProperty().bind(settings.limitsProperty());
    settings
        .kindProperty()
        .subscribe(now -> {
          banner.hide(); // what it says is about the other kind
          sourcePane.setVisible(now == TaskSettings.Kind.SOURCE);
          jarPane.setVisible(now == TaskSettings.Kind.JAR);
        });
  }

  private void makeEditor() {
    editor = new CodeEditor(Messages.get("mycode.editor"));
    var list = new ProblemList(Messages.get("mycode.problems"), editor::goTo);
    VBox.setVgrow(editor, Priority.ALWAYS);
    editorPlace.getChildren().add(editor);
    sourcePane.getChildren().add(list);
    editor.setText(model.textProperty().get());
    editor.setOnChange(() -> {
      model.textProperty().set(editor.text());
      pause.playFromStart();
    });
    pause.setOnFinished(_ -> compileUnlessKnown());
    model
        .textProperty()
        .subscribe(text -> {
          if (!text.equals(editor.text())) {
            editor.setText(text);
          }
        });
    model.problemsProperty().subscribe(this::showProblems);
    list.follow(model.problemsProperty());
  }

  private void compileUnlessKnown() {
    if (model.checkProperty().get() == MyCodeModel.Check.UNKNOWN) {
      model.compile();
    }
  }

  private void makeTemplates() {
    for (var id : OwnSources.templates()) {
      var item = new MenuItem(Messages.get("mycode.template." + id));
      item.setOnAction(_ -> leave(() -> model.startFrom(id)));
      templates.getItems().add(item);
    }
  }

  private void showProblems(List<SourceProblem> found) {
    editor.show(found);
    showState();
  }

  private void showState() {
    var check = model.checkProperty().get();
    var found = model.problemsProperty().get();
    var errors = found.stream().filter(SourceProblem::error).count();
    state.setText(
        switch (check) {
          case UNKNOWN -> Messages.get("mycode.state.unknown");
          case RUNNING -> Messages.get("mycode.state.running");
          case FINE -> Messages.get("mycode.state.fine", found.size());
          case WRONG -> Messages.get("mycode.state.wrong", errors);
        });
    stateIcon.setIconLiteral(
        switch (check) {
          case UNKNOWN -> "mdi2c-circle-outline";
          case RUNNING -> "mdi2p-progress-clock";
          case FINE -> "mdi2c-check-circle-outline";
          case WRONG -> "mdi2a-alert-circle-outline";
        });
    state.getStyleClass().removeAll("error-text", "good-text");
    if (check == MyCodeModel.Check.WRONG || check == MyCodeModel.Check.FINE) {
      state.getStyleClass().add(check == MyCodeModel.Check.WRONG ? "error-text" : "good-text");
    }
    if (check != MyCodeModel.Check.WRONG && model.failureProperty().get().isEmpty()) {
      banner.hide();
    }
  }

  private void showFailure(String sentence) {
    if (sentence.isEmpty()) {
      banner.hide();
    } else {
      banner.show(Banner.Kind.ERROR, sentence);
    }
  }

  private void showName() {
    var name = model.name();
    file.setText(
        model.unsavedProperty().get()
            ? Messages.get("mycode.file.unsaved", name)
            : model.fileProperty().get().isPresent()
                ? Messages.get("mycode.file.saved", name)
                : Messages.get("mycode.file.none", name));
    save.setDisable(!model.unsavedProperty().get() && model.fileProperty().get().isPresent());
  }

  /** Asks the compiler at once. */
  @FXML
  public void compile() {
    pause.stop();
    model.compile();
  }

  /** Compiles, and starts a run where there is no error. */
  @Override
  public void run() {
    pause.stop();
    if (!ready().get()) {
      return; // the bar beside the button says why
    }
    if (settings.kindProperty().get() == TaskSettings.Kind.JAR) {
      runner.accept(settings.settings(Map.of()));
    } else {
      model.compileAndRun(source -> runner.accept(settings.settings(source)), this::refused);
    }
  }

  @Override
  public BooleanBinding ready() {
    return ready;
  }

  @Override
  public StringBinding problem() {
    return settings.problemProperty();
  }

  @Override
  public boolean hasOwnWorkload() {
    return true;
  }

  @Override
  public void shown() {
    editor.requestFocus();
  }

  @Override
  public void beforeClose(Runnable close) {
    leave(close);
  }

  private void refused() {
    banner.show(Banner.Kind.ERROR, Messages.get("mycode.refused"));
    model.problemsProperty().get().stream().findFirst().ifPresent(editor::goTo);
  }

  /** Opens a file, after a question where the text is unsaved. */
  @FXML
  public void openFile() {
    leave(() -> questions.open().ifPresent(model::open));
  }

  /** Saves into the file that it is from, or asks for one. */
  @FXML
  public void save() {
    save(() -> {});
  }

  /** Asks for a file and saves into it. */
  @FXML
  public void saveAs() {
    questions.save(model.name()).ifPresent(to -> model.save(to, () -> {}));
  }

  private void save(Runnable then) {
    model
        .fileProperty()
        .get()
        .or(() -> questions.save(model.name()))
        .ifPresent(to -> model.save(to, then));
  }

  /** Does what would lose the text, once it is saved or the person gives it up. */
  void leave(Runnable then) {
    if (!model.unsavedProperty().get()) {
      then.run();
      return;
    }
    switch (questions.unsaved(model.name())) {
      case SAVE -> save(() -> leave(then));
      case DISCARD -> then.run();
      case KEEP -> editor.requestFocus();
    }
  }

  private void key(KeyEvent event) {
    if (shortcut(KeyCode.B, event)) {
      compile();
    } else if (shortcut(KeyCode.S, event)) {
      save();
    } else if (shortcut(KeyCode.O, event)) {
      openFile();
    } else {
      return;
    }
    event.consume();
  }

  private static boolean shortcut(KeyCode code, KeyEvent event) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).match(event);
  }

  /** Takes a source into the editor, a jar, or else a file of items. */
  @Override
  public boolean drop(List<Path> files) {
    if (files.size() != 1) {
      return false;
    }
    var dropped = files.getFirst();
    var name = dropped.getFileName().toString();
    var jar = name.endsWith(".jar");
    var kind = jar ? TaskSettings.Kind.JAR : TaskSettings.Kind.SOURCE;
    settings.kindProperty().set(kind);
    if (name.endsWith(".java")) {
      leave(() -> model.open(dropped));
    } else {
      var field = settings.form(kind).field(jar ? "jar" : "items").orElseThrow();
      field.textProperty().set(dropped.toString());
    }
    return true;
  }

  /** On what the task is run, and what it may take. */
  public TaskSettings settings() {
    return settings;
  }

  /** What the compiler said when it was last asked. */
  public List<SourceProblem> problems() {
    return model.problemsProperty().get();
  }

  /** The text, for tests and pictures. */
  public CodeEditor editor() {
    return editor;
  }

  @Override
  public void close() {
    pause.stop();
  }
}
