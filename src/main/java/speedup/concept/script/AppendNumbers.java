package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.manager.ManagedList;

/** Appends numbers to a list that lives in the process of a manager. */
public record AppendNumbers(ManagedList<Integer> list, int count) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    for (var number = 0; number < count; number++) {
      step.next("list", "add(" + number + ")");
      list.add(number);
    }
  }
}
