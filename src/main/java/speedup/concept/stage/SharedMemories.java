package speedup.concept.stage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedup.concept.Concept;
import speedup.concept.StageBuilder;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.script.AddOneEverywhere;
import speedup.concept.script.AddWithLock;
import speedup.concept.script.AddWithoutLock;
import speedup.concept.script.SetEachType;
import speedup.concept.script.StartAndLook;
import speedup.ipc.SharedArray;
import speedup.ipc.SharedIntArray;
import speedup.ipc.SharedValue;

/** Numbers in memory that several processes have in common. */
public final class SharedMemories implements Concept {
  private static final int[] FIRST = {1, 2, 3, 4, 5};
  private static final int USUAL = 2;
  private static final int ROUNDS = 10_000;

  @Override
  public String id() {
    return "shared-memory";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(NORMAL, false),
        new Variant("types", false),
        new Variant("own-lock", false),
        new Variant("without-lock", true));
  }

  @Override
  public void build(StageBuilder stage, String variant) {
    switch (variant) {
      case "types" -> types(stage);
      case "own-lock" -> together(stage, true);
      case "without-lock" -> together(stage, false);
      default -> change(stage);
    }
  }

  private static void change(StageBuilder stage) {
    var value = stage.closing(SharedValue.ofInt(0));
    var array = array(stage, stage.closing(SharedArray.of(FIRST)));
    stage.object("value", Kind.MEMORY, () -> Look.of(value.get()));
    var child = stage.child("child", new AddOneEverywhere(value, array));
    stage.parent("parent", new StartAndLook(value, array, child));
    stage.figure("value", "1", () -> Integer.toString(value.get()));
    figure(stage, array, 1);
  }

  private static void together(StageBuilder stage, boolean locked) {
    var actors = stage.actors().orElse(USUAL);
    var made = stage.closing(SharedArray.of(FIRST));
    var array = array(stage, locked ? made : made.withoutLock());
    for (var i = 1; i <= actors; i++) {
      stage.actor(
          "worker " + i,
          locked ? new AddWithLock(array, ROUNDS) : new AddWithoutLock(array, ROUNDS));
    }
    figure(stage, array, actors * ROUNDS);
  }

  private static SharedIntArray array(StageBuilder stage, SharedIntArray array) {
    stage.object(
        "array",
        Kind.MEMORY,
        () ->
            new Look(
                array.hasLock() ? "with a lock" : "without a lock",
                Arrays.stream(array.toArray()).mapToObj(Integer::toString).toList(),
                0));
    return array;
  }

  /** The elements, each of which has to be so much more than at first. */
  private static void figure(StageBuilder stage, SharedIntArray array, int more) {
    stage.figure(
        "array",
        text(Arrays.stream(FIRST).map(first -> first + more)),
        () -> text(Arrays.stream(array.toArray())));
  }

  private static String text(IntStream numbers) {
    return numbers.mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }

  private static void types(StageBuilder stage) {
    var aByte = stage.closing(SharedValue.ofByte((byte) 0));
    var aChar = stage.closing(SharedValue.ofChar('A'));
    var aShort = stage.closing(SharedValue.ofShort((short) 0));
    var anInt = stage.closing(SharedValue.ofInt(0));
    var aLong = stage.closing(SharedValue.ofLong(0));
    var aFloat = stage.closing(SharedValue.ofFloat(0));
    var aDouble = stage.closing(SharedValue.ofDouble(0));
    typed(stage, "aByte", "127", aByte::get);
    typed(stage, "aChar", "Z", aChar::get);
    typed(stage, "aShort", "32767", aShort::get);
    typed(stage, "anInt", "2147483647", anInt::get);
    typed(stage, "aLong", "9223372036854775807", aLong::get);
    typed(stage, "aFloat", "3.1415927", aFloat::get);
    typed(stage, "aDouble", "3.141592653589793", aDouble::get);
    stage.actor("child", new SetEachType(aByte, aChar, aShort, anInt, aLong, aFloat, aDouble));
  }

  private static void typed(StageBuilder stage, String name, String expected, Supplier<?> now) {
    stage.object(name, Kind.MEMORY, () -> Look.of(now.get()));
    stage.figure(name, expected, () -> String.valueOf(now.get()));
  }
}
