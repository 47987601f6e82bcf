package speedup.concept.script;

import static speedup.concept.script.PutNumbers.END;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Takes numbers from a queue up to the sentinel. */
public record TakeUntilEnd(ProcessQueue<Integer> queue) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (; ; ) {
      step.next("queue", "take()");
      int number = queue.take();
      if (number == END) {
        break;
      }
      step.say(number);
    }
  }
}
