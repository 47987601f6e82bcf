package speedup.concept.stage;

import java.util.Arrays;
import java.util.List;
import speedup.concept.Concept;
import speedup.concept.Script;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.AwaitBlindly;
import speedup.concept.script.AwaitNumbers;
import speedup.concept.script.FillAndSignal;
import speedup.concept.script.FillAndSignalOne;
import speedup.concept.script.GiveTickets;
import speedup.concept.script.SignalAtOnce;
import speedup.concept.script.TakeTicket;
import speedup.ipc.ProcessCondition;
import speedup.ipc.SharedArray;
import speedup.ipc.SharedIntArray;
import speedup.ipc.SharedValue;

/** Waiting until another process says that something has changed. */
public final class Conditions implements Concept {
  private static final int USUAL = 3;
  private static final int NUMBERS = 5;
  private static final int FILLED = 99;

  @Override
  public String id() {
    return "condition";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("one-by-one", false),
        new Variant("one-signal", true),
        new Variant("lost-signal", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    var actors = stage.actors().orElse(USUAL);
    var condition = stage.closing(new ProcessCondition());
    stage.object(
        "condition",
        Kind.CONDITION,
        () -> Look.of(condition.lock().isHeld() ? "lock held" : "lock free"));
    if (variant.equals("one-by-one")) {
      tickets(stage, condition, actors);
    } else {
      numbers(stage, variant, condition, actors);
    }
  }

  private static void tickets(StageBuilder stage, ProcessCondition condition, int actors) {
    var tickets = stage.closing(SharedValue.ofInt(0));
    var taken = stage.closing(SharedValue.ofInt(0));
    stage.object("tickets", Kind.MEMORY, () -> Look.of(tickets.get()));
    stage.actor("producer", new GiveTickets(condition, tickets, actors));
    for (var i = 1; i <= actors; i++) {
      stage.actor("consumer " + i, new TakeTicket(condition, tickets, taken));
    }
    stage.figure("taken", Integer.toString(actors), () -> Integer.toString(taken.get()));
    stage.figure("left", "0", () -> Integer.toString(tickets.get()));
  }

  private static void numbers(
      StageBuilder stage, String variant, ProcessCondition condition, int actors) {
    var numbers = stage.closing(SharedArray.ofInt(NUMBERS));
    var released = stage.closing(SharedValue.ofInt(0));
    var sums = stage.closing(SharedValue.ofInt(0));
    stage.object(
        "numbers",
        Kind.MEMORY,
        () -> new Look("", Arrays.stream(numbers.toArray()).mapToObj(String::valueOf).toList(), 0));
    stage.actor("producer", producer(variant, condition, numbers));
    for (var i = 1; i <= actors; i++) {
      var name = "consumer " + i;
      stage.actor(
          name,
          variant.equals("lost-signal")
              ? new AwaitBlindly(name, condition, numbers, released, sums)
              : new AwaitNumbers(condition, numbers, released, sums));
    }
    stage.figure(
        "filled",
        Integer.toString(NUMBERS),
        () -> Long.toString(Arrays.stream(numbers.toArray()).filter(x -> x == FILLED).count()));
    stage.figure("released", Integer.toString(actors), () -> Integer.toString(released.get()));
    stage.figure(
        "sums", Integer.toString(actors * NUMBERS * FILLED), () -> Integer.toString(sums.get()));
  }

  private static Script producer(
      String variant, ProcessCondition condition, SharedIntArray numbers) {
    return switch (variant) {
      case "one-signal" -> new FillAndSignalOne(condition, numbers);
      case "lost-signal" -> new SignalAtOnce(condition, numbers);
      default -> new FillAndSignal(condition, numbers);
    };
  }
}
