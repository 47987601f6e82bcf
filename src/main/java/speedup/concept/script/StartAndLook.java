package speedup.concept.script;

import java.util.Arrays;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;
import speedup.ipc.SharedIntArray;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Has a child change shared memory, and looks at it before and after. */
public record StartAndLook(SharedInt value, SharedIntArray array, TaskAction addOne)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("value", "get()");
    var before = value.get();
    step.say("value was " + before);
    var child = new ChildProcess(addOne);
    step.next("child", "start()");
    child.start();
    try (var _ = child.guard()) {
      step.next("child", "join()");
      child.join();
    }
    step.next("value", "get()");
    var after = value.get();
    step.say("value is " + after);
    step.next("array", "toArray()");
    var elements = array.toArray();
    step.say(Arrays.toString(elements));
  }
}
