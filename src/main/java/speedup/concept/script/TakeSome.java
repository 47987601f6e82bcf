package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Takes as many numbers from a queue as it knows to come. */
public record TakeSome(ProcessQueue<Integer> queue, int count) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var i = 0; i < count; i++) {
      step.next("queue", "take()");
      var number = queue.take();
      step.say(number);
    }
  }
}
