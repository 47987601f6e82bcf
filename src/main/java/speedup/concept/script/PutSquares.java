package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Computes squares and puts them into a queue. */
public record PutSquares(ProcessQueue<Integer> queue, int last) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var number = 1; number <= last; number++) {
      var square = number * number;
      step.next("queue", "put(" + square + ")");
      queue.put(square);
    }
  }
}
