package speedup.concept.script;

import java.util.List;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.manager.ManagedMap;

/** Changes what came out of a managed map, and believes to have changed what is in it. */
public record ChangeCopy(ManagedMap<String, List<Integer>> marks, String name, int mark)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("marks", "get(\"" + name + "\")");
    var own = marks.get(name);
    own.add(mark);
    step.say("now I have " + own);
  }
}
