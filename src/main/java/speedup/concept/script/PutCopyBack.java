package speedup.concept.script;

import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.manager.ManagedMap;

/** Changes what came out of a managed map, and puts it back. */
public record PutCopyBack(ManagedMap<String, List<Integer>> marks, String name, int mark)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("marks", "get(\"" + name + "\")");
    var own = marks.get(name);
    own.add(mark);
    step.next("marks", "put(\"" + name + "\", own)");
    marks.put(name, own);
    step.say("now I have " + own);
  }
}
