package speedup.concept.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.AppendNumbers;
import speedup.concept.script.ChangeCopy;
import speedup.concept.script.FillMapInMap;
import speedup.concept.script.PutCopyBack;
import speedup.concept.script.SetInNamespace;
import speedup.manager.ManagedMap;
import speedup.manager.Manager;
import speedup.manager.ManagerException;

/** Ordinary objects in a process of their own, used by others through proxies. */
public final class Managers implements Concept {
  private static final int EACH = 5;
  private static final int APPENDERS = 2;
  private static final int FILLERS = 4;

  @Override
  public String id() {
    return "manager";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("nested", false),
        new Variant("namespace", false),
        new Variant("put-back", false),
        new Variant("copy-changed", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    var manager = stage.manager();
    stage.object(
        "manager",
        Kind.SERVER,
        () -> Look.of("process " + manager.pid() + (manager.isAlive() ? "" : ", ended")));
    switch (variant) {
      case "nested" -> nested(stage, manager);
      case "namespace" -> namespace(stage, manager);
      case "put-back" -> marks(stage, manager, true);
      case "copy-changed" -> marks(stage, manager, false);
      default -> append(stage, manager);
    }
  }

  private static void append(StageBuilder stage, Manager manager) {
    var appenders = stage.actors().orElse(APPENDERS);
    var list = manager.<Integer>list();
    Supplier<List<String>> now = () -> list.snapshot().stream().map(String::valueOf).toList();
    stage.object("list", Kind.MEMORY, () -> items(manager, now));
    for (var i = 1; i <= appenders; i++) {
      stage.actor("worker " + i, new AppendNumbers(list, EACH));
    }
    stage.figure(
        "length", Integer.toString(appenders * EACH), () -> shown(manager, () -> size(now)));
    stage.figure(
        "elements",
        repeated(appenders),
        () -> shown(manager, () -> now.get().stream().sorted().collect(Collectors.joining(" "))));
  }

  private static String size(Supplier<List<String>> now) {
    return Integer.toString(now.get().size());
  }

  /** Each number as often as there are processes that append it. */
  private static String repeated(int times) {
    var numbers = new ArrayList<String>();
    for (var number = 0; number < EACH; number++) {
      for (var i = 0; i < times; i++) {
        numbers.add(Integer.toString(number));
      }
    }
    return String.join(" ", numbers);
  }

  private static void nested(StageBuilder stage, Manager manager) {
    var fillers = stage.actors().orElse(FILLERS);
    var maps = manager.<String, ManagedMap<String, Integer>>map();
    Supplier<List<String>> now =
        () ->
            new TreeMap<>(maps.snapshot())
                .entrySet().stream().map(map -> map.getKey() + map.getValue().snapshot()).toList();
    stage.object("maps", Kind.MEMORY, () -> items(manager, now));
    var expected = new ArrayList<String>();
    for (var i = 1; i <= fillers; i++) {
      var name = "map " + i;
      stage.actor("worker " + i, new FillMapInMap(manager, maps, name, i));
      expected.add("%s{square=%d, cube=%d}".formatted(name, i * i, i * i * i));
    }
    expected.sort(null);
    stage.figure("maps", Integer.toString(fillers), () -> shown(manager, () -> size(now)));
    stage.figure(
        "contents",
        String.join(" ", expected),
        () -> shown(manager, () -> String.join(" ", now.get())));
  }

  private static void namespace(StageBuilder stage, Manager manager) {
    var space = manager.namespace();
    space.set("x", 0);
    Supplier<List<String>> now = () -> entries(space.snapshot());
    stage.object("space", Kind.MEMORY, () -> items(manager, now));
    stage.actor("worker 1", new SetInNamespace(space, "x", 10));
    stage.actor("worker 2", new SetInNamespace(space, "y", 20));
    stage.figure("names", "x=10 y=20", () -> shown(manager, () -> String.join(" ", now.get())));
  }

  private static List<String> entries(Map<String, ?> map) {
    return new TreeMap<>(map)
        .entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
  }

  private static void marks(StageBuilder stage, Manager manager, boolean putBack) {
    var marks = manager.<String, List<Integer>>map();
    Supplier<List<String>> now = () -> entries(marks.snapshot());
    stage.object("marks", Kind.MEMORY, () -> items(manager, now));
    var worker = 0;
    for (var name : List.of("ann", "bob")) {
      marks.put(name, new ArrayList<>(List.of(1)));
      stage.actor(
          "worker " + ++worker,
          putBack ? new PutCopyBack(marks, name, 2) : new ChangeCopy(marks, name, 2));
    }
    stage.figure(
        "marks", "ann=[1, 2] bob=[1, 2]", () -> shown(manager, () -> String.join(" ", now.get())));
  }

  /** What is in an object, as long as its manager is there. */
  private static Look items(Manager manager, Supplier<List<String>> now) {
    if (!manager.isAlive()) {
      return Look.of("gone");
    }
    try {
      var items = now.get();
      return new Look(items.size() + " in it", items, 0);
    } catch (ManagerException e) { // it ended meanwhile
      return Look.of(e.getMessage());
    }
  }

  private static String shown(Manager manager, Supplier<String> now) {
    try {
      return manager.isAlive() ? now.get() : "";
    } catch (ManagerException e) { // it ended meanwhile
      return e.getMessage();
    }
  }
}
