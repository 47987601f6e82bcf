package speedup.concept.stage;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedup.concept.Concept;
import speedup.concept.Script;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.FillUp;
import speedup.concept.script.PollUntilNull;
import speedup.concept.script.PutNumbers;
import speedup.concept.script.PutSquares;
import speedup.concept.script.PutWithoutEnd;
import speedup.concept.script.TakeSome;
import speedup.concept.script.TakeUnlessEmpty;
import speedup.concept.script.TakeUntilEnd;
import speedup.ipc.ProcessQueue;

/** A queue: some put, others take, and each item is taken once. */
public final class Queues implements Concept {
  private static final int USUAL = 2;
  private static final int EACH = 5;
  private static final int CAPACITY = 3;
  private static final int SQUARES = 4;

  /** So many numbers are in the queue before anybody looks whether it is empty. */
  private static final int LAID_READY = 6;

  /** The more of them want the last number, the more often two see it. */
  private static final int GRABBERS = 4;

  private static final int MOST_SHOWN = 20;

  @Override
  public String id() {
    return "queue";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("squares", false),
        new Variant("sentinel", false),
        new Variant("full", false),
        new Variant("poll", false),
        new Variant("sentinel-forgotten", true),
        new Variant("empty-race", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) throws InterruptedException {
    switch (variant) {
      case "squares" -> squares(stage);
      case "sentinel" -> line(stage, queue -> new PutNumbers(queue, 1, EACH));
      case "sentinel-forgotten" -> line(stage, queue -> new PutWithoutEnd(queue, 1, EACH));
      case "full" -> full(stage);
      case "poll" -> laidReady(stage, PollUntilNull::new);
      case "empty-race" -> laidReady(stage, TakeUnlessEmpty::new);
      default -> many(stage);
    }
  }

  private static ProcessQueue<Integer> queue(StageBuilder stage, int capacity) {
    var queue = stage.closing(new ProcessQueue<Integer>(capacity));
    var places = capacity == ProcessQueue.UNBOUNDED ? 0 : capacity;
    stage.object(
        "queue",
        Kind.CHANNEL,
        () -> {
          var items = queue.peek(MOST_SHOWN).stream().map(Queues::text).toList();
          return new Look(items.size() + " in it", items, places);
        });
    return queue;
  }

  private static String text(int number) {
    return number == PutNumbers.END ? "END" : Integer.toString(number);
  }

  /** As many producers as consumers, so that there is one sentinel for each. */
  private static void many(StageBuilder stage) {
    var pairs = stage.actors().orElse(USUAL);
    var queue = queue(stage, CAPACITY);
    for (var i = 1; i <= pairs; i++) {
      stage.actor("producer " + i, new PutNumbers(queue, (i - 1) * EACH + 1, i * EACH));
    }
    for (var i = 1; i <= pairs; i++) {
      stage.actor("consumer " + i, new TakeUntilEnd(queue));
    }
    taken(stage, pairs, pairs * EACH);
  }

  private static void line(StageBuilder stage, Function<ProcessQueue<Integer>, Script> producer) {
    var queue = queue(stage, ProcessQueue.UNBOUNDED);
    stage.actor("producer 1", producer.apply(queue));
    stage.actor("consumer 1", new TakeUntilEnd(queue));
    taken(stage, 1, EACH);
  }

  private static void laidReady(
      StageBuilder stage, Function<ProcessQueue<Integer>, Script> consumer)
      throws InterruptedException {
    var consumers = stage.actors().orElse(GRABBERS);
    var queue = queue(stage, ProcessQueue.UNBOUNDED);
    for (var number = 1; number <= LAID_READY; number++) {
      queue.put(number);
    }
    for (var i = 1; i <= consumers; i++) {
      stage.actor("consumer " + i, consumer.apply(queue));
    }
    taken(stage, consumers, LAID_READY);
  }

  /** What consumers took, who say each number and nothing else. */
  private static void taken(StageBuilder stage, int consumers, int last) {
    var sum = last * (last + 1) / 2;
    stage.figure(
        "taken", Integer.toString(last), () -> Long.toString(numbers(stage, consumers).count()));
    stage.figure(
        "sum", Integer.toString(sum), () -> Integer.toString(numbers(stage, consumers).sum()));
  }

  private static IntStream numbers(StageBuilder stage, int consumers) {
    return IntStream.rangeClosed(1, consumers)
        .mapToObj(i -> stage.said("consumer " + i))
        .flatMap(List::stream)
        .mapToInt(Integer::parseInt);
  }

  private static void squares(StageBuilder stage) {
    var queue = queue(stage, ProcessQueue.UNBOUNDED);
    stage.parent("parent", new TakeSome(queue, SQUARES));
    stage.actor("child", new PutSquares(queue, SQUARES));
    stage.figure("squares", "1, 4, 9, 16", () -> String.join(", ", stage.said("parent")));
  }

  private static void full(StageBuilder stage) {
    var queue = queue(stage, CAPACITY);
    stage.actor("process 1", new FillUp(queue));
    stage.figure(
        "accepted",
        Integer.toString(CAPACITY),
        () -> Long.toString(answers(stage).filter("true"::equals).count()));
    stage.figure(
        "refused", "1", () -> Long.toString(answers(stage).filter("false"::equals).count()));
  }

  private static Stream<String> answers(StageBuilder stage) {
    return stage.said("process 1").stream();
  }
}
