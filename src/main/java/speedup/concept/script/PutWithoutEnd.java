package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Puts numbers into a queue, and does not say that these were all. */
public record PutWithoutEnd(ProcessQueue<Integer> queue, int first, int last) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var number = first; number <= last; number++) {
      step.next("queue", "put(" + number + ")");
      queue.put(number);
    }
  }
}
