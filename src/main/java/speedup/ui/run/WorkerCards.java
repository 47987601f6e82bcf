package speedup.ui.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;

/** A card for each worker, one under the other; many of them scroll. JavaFX thread only. */
public final class WorkerCards extends ScrollPane {
  private final IntConsumer onTerminate;
  private final IntConsumer onKill;
  private final Map<Integer, WorkerCard> cards = new HashMap<>();
  private final VBox column = new VBox();
  private final Label empty = new Label(Messages.get("worker.empty"));

  /** Cards; the consumers are told the worker's index when a person chooses to end it. */
  public WorkerCards(IntConsumer onTerminate, IntConsumer onKill) {
    this.onTerminate = onTerminate;
    this.onKill = onKill;
    getStyleClass().add("worker-cards");
    column.getStyleClass().add("worker-column");
    column.setAccessibleRole(AccessibleRole.LIST_VIEW);
    column.setAccessibleText(Messages.get("worker.list"));
    empty.getStyleClass().add("muted");
    empty.setWrapText(true);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(column);
    column.getChildren().setAll(empty);
  }

  /** Shows these workers in this order; cards of workers that stay are used again. */
  public void show(List<WorkerCardState> states) {
    var wanted = new ArrayList<Node>(states.size());
    for (var state : states) {
      var card = cards.computeIfAbsent(state.worker(), _ -> new WorkerCard(onTerminate, onKill));
      card.show(state);
      wanted.add(card);
    }
    if (wanted.isEmpty()) {
      wanted.add(empty);
    }
    if (!column.getChildren().equals(wanted)) {
      column.getChildren().setAll(wanted);
      cards.values().retainAll(wanted);
    }
  }
}
