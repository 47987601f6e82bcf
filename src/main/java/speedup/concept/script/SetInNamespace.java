package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.manager.Namespace;

/** Gives a name a value in a namespace of a manager. */
public record SetInNamespace(Namespace space, String name, Integer value) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("space", "set(\"" + name + "\", " + value + ")");
    space.set(name, value);
  }
}
