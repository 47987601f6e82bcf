package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;
import speedup.manager.ManagedMap;
import speedup.manager.Manager;

/** Puts a managed map into a managed map, and fills it through that. */
public record FillMapInMap(
    Manager manager, ManagedMap<String, ManagedMap<String, Integer>> maps, String name, int number)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("manager", "map()");
    ManagedMap<String, Integer> own = manager.map();
    step.next("maps", "put(\"" + name + "\", own)");
    maps.put(name, own);
    step.next("maps", "get(\"" + name + "\").put(\"square\")");
    maps.get(name).put("square", number * number);
    step.next("maps", "get(\"" + name + "\").put(\"cube\")");
    maps.get(name).put("cube", number * number * number);
  }
}
