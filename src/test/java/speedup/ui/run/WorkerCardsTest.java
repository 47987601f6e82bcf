package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import speedup.ui.FxStage;
import speedup.ui.Theme;
import speedup.ui.UiScale;
import speedup.ui.run.WorkerCardState.Death;
import speedup.ui.run.WorkerCardState.Lost;
import speedup.ui.run.WorkerCardState.State;

class WorkerCardsTest {
  private static final int WIDTH = 260;
  private static final Death KILLED =
      new Death(
          "Ended by signal 9 (SIGKILL).",
          "It was computing chunk 12 of 40.",
          "java.lang.OutOfMemoryError: Java heap space",
          Lost.PASSED_ON);

  private final List<Integer> ended = new ArrayList<>();

  private WorkerCards cards() {
    return new WorkerCards(worker -> ended.add(worker), worker -> ended.add(100 + worker));
  }

  private static WorkerCardState working(int worker, double rate, List<String> output) {
    return new WorkerCardState(
        worker,
        41_230 + worker,
        State.WORKING,
        "chunk %d of 40 (25,000 items)".formatted(12 + worker),
        rate,
        98.4,
        121_634_816,
        33_554_432,
        output,
        output.size(),
        Optional.empty(),
        false);
  }

  private static WorkerCardState died(int worker) {
    return new WorkerCardState(
        worker, 41_230, State.DIED, "", 0, 0, 0, 0, List.of(), 0, Optional.of(KILLED), false);
  }

  private static WorkerCardState starting(int worker) {
    return new WorkerCardState(
        worker, 0, State.STARTING, "", 0, 0, 0, 0, List.of(), 0, Optional.empty(), false);
  }

  private static List<Node> shown(WorkerCards cards) {
    return List.copyOf(((VBox) cards.getContent()).getChildren());
  }

  @Test
  void usesTheSameCardAndTheSameLabelsAgain() {
    FxStage.run(() -> {
      var cards = cards();
      cards.show(List.of(working(0, 10, List.of()), working(1, 20, List.of())));
      var before = shown(cards);
      var parts = List.copyOf(((WorkerCard) before.get(1)).getChildren());

      cards.show(List.of(working(0, 11, List.of("x")), working(1, 2_345_678, List.of())));

      assertSame(before.get(0), shown(cards).get(0));
      assertSame(before.get(1), shown(cards).get(1));
      assertEquals(parts, ((WorkerCard) before.get(1)).getChildren());
      assertTrue(texts((Parent) before.get(1)).contains("2.3 M"));
    });
  }

  @Test
  void saysWhatWillBeHereBeforeTheFirstWorkerAndDropsThoseThatAreGone() {
    FxStage.run(() -> {
      var cards = cards();
      assertFalse(shown(cards).getFirst() instanceof WorkerCard);

      cards.show(List.of(working(0, 1, List.of()), working(1, 1, List.of())));
      cards.show(List.of(working(1, 1, List.of())));
      assertEquals(1, shown(cards).size());

      cards.show(List.of());
      assertFalse(shown(cards).getFirst() instanceof WorkerCard);
    });
  }

  @Test
  void tellsHowAWorkerDiedAndWhatBecameOfItsChunk() {
    FxStage.run(() -> {
      var cards = cards();
      cards.show(List.of(working(0, 1, List.of())));
      cards.show(List.of(died(0)));
      var card = (WorkerCard) shown(cards).getFirst();

      assertTrue(card.deathText().contains("signal 9"));
      assertTrue(card.deathText().contains("chunk 12 of 40"));
      assertTrue(card.deathText().contains("went to another worker"));
      assertTrue(card.deathText().contains("OutOfMemoryError"));
      assertTrue(texts(card).contains("died"));
      assertEquals("Worker 1: died", card.getAccessibleText());
    });
  }

  @Test
  void endsALivingWorkerFromItsMenuOnly() {
    FxStage.run(() -> {
      var cards = cards();
      cards.show(List.of(working(0, 1, List.of()), died(1), starting(2)));
      var menus = shown(cards).stream().map(WorkerCardsTest::menu).toList();

      menus.getFirst().getItems().get(0).fire();
      menus.getFirst().getItems().get(1).fire();

      assertEquals(List.of(0, 100), ended);
      assertTrue(menus.get(1).isDisable());
      assertTrue(menus.get(2).isDisable());
    });
  }

  @Test
  void showsTheOutputOnceItIsOpened() {
    FxStage.run(() -> {
      var cards = cards();
      cards.show(List.of(working(0, 1, List.of("one", "two"))));
      var card = (WorkerCard) shown(cards).getFirst();
      var stage = FxStage.show(cards, WIDTH, Theme.LIGHT, UiScale.NORMAL);
      var button = (ToggleButton) card.lookup(".disclosure");
      assertEquals("Output: 2 lines", button.getText());

      button.fire();
      cards.show(List.of(working(0, 1, List.of("one", "two", "three"))));

      cards.applyCss();
      cards.layout();
      FxStage.picture("workers-output.png", cards);
      assertEquals("one\ntwo\nthree", ((TextArea) card.lookup(".output")).getText());
      stage.hide();
    });
  }

  @Test
  void fitsFourCardsIntoTheColumn() {
    FxStage.run(() -> {
      var content = four();
      var stage = FxStage.show(content, WIDTH, Theme.LIGHT, UiScale.NORMAL);
      content.applyCss();
      content.layout();

      assertTrue(content.prefHeight(WIDTH) < 560, "height " + content.prefHeight(WIDTH));
      stage.hide();
    });
  }

  @Test
  void looksRight() {
    FxStage.picture("workers", WIDTH, WorkerCardsTest::four);
    FxStage.picture("workers-died", WIDTH, () -> filled(List.of(died(0), starting(1))));
    assertTrue(Path.of("target/screens/parts/workers-light-100.png").toFile().isFile());
  }

  private static Parent four() {
    return filled(
        List.of(
            working(0, 12_430_000, List.of("hello from worker 1")),
            working(1, 999_600, List.of()),
            new WorkerCardState(
                2,
                41_232,
                State.READY,
                "",
                0,
                0.2,
                98_304_000,
                20_000_000,
                List.of(),
                0,
                Optional.empty(),
                false),
            starting(3)));
  }

  private static Parent filled(List<WorkerCardState> states) {
    var cards = new WorkerCards(_ -> {}, _ -> {});
    cards.show(states);
    var content = (VBox) cards.getContent();
    cards.setContent(null);
    content.setPadding(new Insets(8));
    return content;
  }

  private static MenuButton menu(Node card) {
    return ((Parent) ((WorkerCard) card).getChildren().getFirst())
        .getChildrenUnmodifiable().stream()
            .filter(MenuButton.class::isInstance)
            .map(MenuButton.class::cast)
            .findFirst()
            .orElseThrow();
  }

  private static List<String> texts(Parent parent) {
    var texts = new ArrayList<String>();
    for (var child : parent.getChildrenUnmodifiable()) {
      switch (child) {
        case Label label -> texts.add(label.getText());
        case Parent inner -> texts.addAll(texts(inner));
        default -> {}
      }
    }
    return texts;
  }
}
