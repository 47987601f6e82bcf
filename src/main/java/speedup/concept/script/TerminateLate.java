package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Asks a process to end that has ended. */
public record TerminateLate(
    TaskAction greet, AtomicReference<Object> printed, AtomicReference<Object> exitCode)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var child = ChildProcess.builder(greet).output(line -> printed.set(line.line())).build();
    step.next("child", "start()");
    child.start();
    step.next("child", "join()");
    child.join();
    step.next("child", "terminate()");
    child.terminate();
    step.next("child", "exitCode()");
    exitCode.set(child.exitCode().getAsInt());
    step.say(exitCode);
  }
}
