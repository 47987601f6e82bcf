package speedup.ui.concept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.concept.StageState.Actor;
import speedup.concept.StageState.Phase;
import speedup.ui.Messages;

/** What each process does next, as a button that lets it do so, and one that kills it. */
public final class OperationBar extends ScrollPane {
  /** So many rows of buttons are in sight, and the beginning of the next. */
  private static final double MOST_ROWS = 3.6;

  private final FlowPane flow = new FlowPane();
  private final Map<String, Pair> pairs = new LinkedHashMap<>();
  private Consumer<String> onStep = _ -> {};
  private Consumer<String> onKill = _ -> {};
  private Node refuge = this;
  private Button parked;

  /** The buttons of a process. */
  private record Pair(Button step, Button kill, HBox box) {}

  /** Without processes. */
  public OperationBar() {
    getStyleClass().add("operations");
    flow.getStyleClass().add("operation-flow");
    setContent(flow);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  /**
   * Is told what the person clicks.
   *
   * @param focus where the focus waits while a button that has it cannot be pressed
   */
  void open(Consumer<String> step, Consumer<String> kill, Node focus) {
    onStep = step;
    onKill = kill;
    refuge = focus;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** All buttons, as long as they are not too many; more of them scroll. */
  @Override
  protected double computeMinHeight(double width) {
    var rows = flow.prefHeight(width < 0 ? -1 : width);
    var row = pairs.values().stream().findFirst().map(pair -> pair.box().prefHeight(-1));
    return Math.min(rows, MOST_ROWS * row.orElse(0.0)) + 2;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  /** Shows what these processes do next. */
  void show(List<Actor> actors) {
    if (!List.copyOf(pairs.keySet()).equals(actors.stream().map(Actor::name).toList())) {
      pairs.clear();
      parked = null;
      actors.forEach(actor -> pairs.put(actor.name(), pair(actor.name())));
      flow.getChildren().setAll(pairs.values().stream().map(Pair::box).toList());
    }
    for (var actor : actors) {
      show(pairs.get(actor.name()), actor);
    }
  }

  private Pair pair(String name) {
    var step = new Button();
    step.setMnemonicParsing(false);
    step.getStyleClass().add("operation");
    step.setOnAction(_ -> onStep.accept(name));
    step.setMaxWidth(Double.MAX_VALUE);
    var kill = new Button(null, new FontIcon("mdi2c-close-octagon-outline"));
    kill.getStyleClass().addAll("button-icon", "kill");
    kill.setAccessibleText(Messages.get("concept.kill", name));
    kill.setTooltip(new Tooltip(Messages.get("concept.kill", name)));
    kill.setMinWidth(Region.USE_PREF_SIZE);
    kill.setOnAction(_ -> onKill.accept(name));
    var box = new HBox(step, kill);
    box.getStyleClass().add("operation-pair");
    return new Pair(step, kill, box);
  }

  private void show(Pair pair, Actor actor) {
    var words =
        Messages.get(
            "concept.operation",
            actor.name(),
            actor.operation().isEmpty() ? ActorSketch.phase(actor) : actor.operation());
    if (!words.equals(pair.step().getText())) {
      pair.step().setText(words);
    }
    enable(pair.step(), actor.phase() == Phase.HELD);
    enable(pair.kill(), !actor.over() && !actor.parent() && actor.pid() > 0);
  }

  /** The focus comes back to the button that it was on, unless the person moved it meanwhile. */
  private void enable(Button button, boolean able) {
    if (button.isDisabled() == !able) {
      return;
    }
    if (!able && button.isFocused()) {
      refuge.requestFocus();
      parked = button;
    }
    button.setDisable(!able);
    if (able && button == parked) {
      parked = null;
      if (refuge.isFocused()) {
        button.requestFocus();
      }
    }
  }
}
