package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.ProcessQueue;

/** Fills a queue that has a bound, and empties it, without ever waiting. */
public record FillUp(ProcessQueue<Integer> queue) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var number = 0;
    boolean put;
    do {
      number++;
      step.next("queue", "offer(" + number + ")");
      put = queue.offer(number);
      step.say(put);
    } while (put);
    step.next("queue", "size()");
    var size = queue.size();
    step.say("full with " + size);
    Integer taken;
    do {
      step.next("queue", "poll()");
      taken = queue.poll();
      step.say(taken);
    } while (taken != null);
    step.next("queue", "isEmpty()");
    var empty = queue.isEmpty();
    step.say("empty: " + empty);
  }
}
