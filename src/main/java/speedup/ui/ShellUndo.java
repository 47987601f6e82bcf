package speedup.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.GenericStyledArea;
import speedup.ui.form.ParameterFormModel;
import speedup.ui.form.UndoHistory;
import speedup.ui.run.RunOptionsModel;

/**
 * Takes back what was changed in the forms of a run: workload, parameters, options. What is typed
 * counts once its field is left or Enter is pressed; before that the field takes its own letters
 * back. JavaFX thread only.
 */
final class ShellUndo {
  private static final String WORKLOAD = "workload";
  private static final String PARAMETER = "parameter-";
  private static final Set<String> OPTION_FIELDS = Set.of("workers", "chunk");

  private final Parent root;
  private final ParameterFormModel parameters;
  private final RunOptionsModel options;
  private final Consumer<String> choose;
  private final UndoHistory history;

  /** Held: who listens to it would hear nothing once it is collected. */
  private final ObservableValue<Node> focus;

  private boolean asked;

  /**
   * Begins with what the forms say now.
   *
   * @param root of the window
   * @param choose chooses a workload by its id
   */
  ShellUndo(
      Parent root,
      ParameterFormModel parameters,
      RunOptionsModel options,
      Consumer<String> choose) {
    this.root = root;
    this.parameters = parameters;
    this.options = options;
    this.choose = choose;
    history = new UndoHistory(this::now, this::restore, System::nanoTime);
    focus = root.sceneProperty().flatMap(Scene::focusOwnerProperty);
    focus.addListener((_, _, _) -> settle());
    parameters.setOnChanged(this::changed);
    options.setOnChanged(this::changed);
    root.addEventHandler(
        ActionEvent.ACTION,
        event -> {
          if (event.getTarget() instanceof TextField) {
            history.keep();
          }
        });
  }

  private Map<String, String> now() {
    var state = new LinkedHashMap<String, String>();
    state.put(WORKLOAD, parameters.workloadProperty().get().id());
    parameters.texts().forEach((id, text) -> state.put(PARAMETER + id, text));
    state.putAll(options.state());
    return state;
  }

  private void restore(Map<String, String> state) {
    choose.accept(state.get(WORKLOAD));
    var texts = new LinkedHashMap<String, String>();
    state.forEach((name, text) -> {
      if (name.startsWith(PARAMETER)) {
        texts.put(name.substring(PARAMETER.length()), text);
      }
    });
    parameters.setTexts(texts);
    options.restore(state);
  }

  /** A preset or another workload changes many things, which are one change. */
  private void changed() {
    if (!asked) {
      asked = true;
      Platform.runLater(() -> {
        asked = false;
        settle();
      });
    }
  }

  private void settle() {
    if (!isOwnField(focus.getValue())) {
      history.keep();
    }
  }

  private static boolean isOwnField(Node node) {
    return node instanceof TextInputControl
        && node.getId() != null
        && (node.getId().startsWith(PARAMETER) || OPTION_FIELDS.contains(node.getId()));
  }

  /** Whether a text has the keyboard that takes its own letters back. */
  private boolean isTyped() {
    var node = focus.getValue();
    if (isOwnField(node)) {
      return history.isPending();
    }
    return node instanceof TextInputControl || node instanceof GenericStyledArea<?, ?, ?>;
  }

  boolean canUndo() {
    return !isTyped() && history.canUndo();
  }

  boolean canRedo() {
    return !isTyped() && history.canRedo();
  }

  void undo() {
    keepingFocus(history::undo);
  }

  void redo() {
    keepingFocus(history::redo);
  }

  /** Another workload has other fields, and the keyboard would be nowhere. */
  private void keepingFocus(Runnable change) {
    var before = focus.getValue();
    change.run();
    if (before != null && before.getScene() == null && !Objects.equals(before, root)) {
      root.requestFocus();
    }
  }
}
