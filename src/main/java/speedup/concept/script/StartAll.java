package speedup.concept.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.ipc.SharedInt;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Starts processes, without asking whether it is one of them itself. */
public record StartAll(List<TaskAction> tasks, SharedInt runs, Set<String> programs)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("runs", "addAndGet(1)");
    runs.addAndGet(1);
    var children = new ArrayList<ChildProcess>();
    for (var task : tasks) {
      var child = ChildProcess.builder(task).output(line -> programs.add(line.line())).build();
      step.next("child " + (children.size() + 1), "start()");
      child.start();
      children.add(child);
    }
    for (var child : children) {
      step.next("child " + (children.indexOf(child) + 1), "join()");
      child.join();
    }
  }
}
