package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {
  private static final Map<String, Map<String, String>> SMALL =
      Map.ofEntries(
          Map.entry("primes-file", Map.of("count", "5000", "max", "100000")),
          Map.entry("primes-range", Map.of("from", "0", "to", "5000")),
          Map.entry("sum-of-squares", Map.of("tasks", "7", "size", "1000")),
          Map.entry("parallel-sum", Map.of("n", "5000")),
          Map.entry("vectors", Map.of("vectors", "5000", "dimension", "3")),
          Map.entry("filter-aggregate", Map.of("count", "5000")),
          Map.entry("serial-fraction", Map.of("serial", "98", "units", "20000")),
          Map.entry("sleep", Map.of("tasks", "6", "millis", "1")),
          Map.entry("tiny-tasks", Map.of("items", "5000")),
          Map.entry("mandelbrot", Map.of("size", "100", "iterations", "100", "tile", "17")),
          Map.entry("monte-carlo-pi", Map.of("samples", "5000")),
          Map.entry("images-grayscale", Map.of("count", "5", "size", "64")),
          Map.entry("keyword-search", Map.of("files", "7", "size", "20")),
          Map.entry("pipeline", Map.of("rows", "500", "batch", "40", "work", "10")),
          Map.entry("my-code", Map.of("template", "sum", "count", "200")));

  @TempDir Path folder;

  static List<Workload> all() {
    return Workloads.all();
  }

  @Test
  void areFoundInTheOrderInWhichTheyAreOffered() {
    assertEquals(
        List.of(
            "primes-file",
            "primes-range",
            "sum-of-squares",
            "parallel-sum",
            "vectors",
            "filter-aggregate",
            "serial-fraction",
            "sleep",
            "tiny-tasks",
            "mandelbrot",
            "monte-carlo-pi",
            "images-grayscale",
            "keyword-search",
            "pipeline",
            "my-code"),
        Workloads.all().stream().map(Workload::id).toList());
  }

  @Test
  void areFoundById() {
    assertEquals("Mandelbrot set", Workloads.byId("mandelbrot").orElseThrow().title());
    assertTrue(Workloads.byId("unknown").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void giveTheSameResultForEveryChunking(Workload workload) throws Exception {
    checkChunkings(InProcess.prepare(workload, SMALL.get(workload.id()), folder));
  }

  private static <A, R, T> void checkChunkings(Prepared<A, R, T> prepared) throws Exception {
    var sequential = InProcess.run(prepared, Long.MAX_VALUE / 2);
    for (var chunk : List.of(1, 2, 3, 50, 4_999)) {
      var result = InProcess.run(prepared, chunk);
      assertTrue(prepared.same(sequential, result), () -> "differs in chunks of " + chunk);
      assertEquals(prepared.inValues(sequential), prepared.inValues(result));
      assertEquals(prepared.inWords(sequential), prepared.inWords(result));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void sendOnlyWhatCanCrossTheBorder(Workload workload) throws Exception {
    checkBorder(InProcess.prepare(workload, SMALL.get(workload.id()), folder));
  }

  private static <A, R, T> void checkBorder(Prepared<A, R, T> prepared) throws Exception {
    for (var stage : prepared.stages()) {
      var slice = stage.slice(0, Math.min(2, stage.items()));
      var result = stage.task().run(slice);
      assertPlain(slice);
      assertPlain(result);
      var copied = copy(stage.task());
      assertEquals(
          prepared.inWords(prepared.merge(List.of(result))),
          prepared.inWords(prepared.merge(List.of(copied.run(slice)))));
    }
  }

  @SuppressWarnings("unchecked")
  private static <A, R> SliceTask<A, R> copy(SliceTask<A, R> task) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(task);
    }
    var loader = task.getClass().getClassLoader();
    try (var in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, loader);
          }
        }) {
      return (SliceTask<A, R>) in.readObject();
    }
  }

  private static void assertPlain(Object value) throws Exception {
    var type = value.getClass();
    if (value instanceof List<?> list) {
      for (var element : list) {
        assertPlain(element);
      }
    } else if (type.isRecord()) {
      assertTrue(Modifier.isPublic(type.getModifiers()), () -> type + " is not public");
      for (var component : type.getRecordComponents()) {
        assertPlain(component.getAccessor().invoke(value));
      }
    } else {
      var plain =
          value instanceof Number
              || value instanceof String
              || value instanceof Boolean
              || type.isArray() && type.componentType().isPrimitive();
      assertTrue(plain, () -> type + " cannot cross");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void showSomethingToLookAtThatIsTheSameForEveryChunking(Workload workload) throws Exception {
    checkShown(InProcess.prepare(workload, SMALL.get(workload.id()), folder));
  }

  private static <A, R, T> void checkShown(Prepared<A, R, T> prepared) throws Exception {
    var shown = prepared.show(InProcess.run(prepared, Long.MAX_VALUE / 2));
    var again = prepared.show(InProcess.run(prepared, 50));
    assertFalse(shown.isEmpty());
    assertEquals(shown.size(), again.size());
    for (var i = 0; i < shown.size(); i++) {
      assertFalse(shown.get(i).title().isBlank());
      checkShown(shown.get(i), again.get(i));
    }
  }

  private static void checkShown(Shown shown, Shown again) {
    switch (shown) {
      case Shown.Picture picture -> {
        assertEquals(picture.width() * picture.height(), picture.rgb().length);
        assertArrayEquals(picture.rgb(), ((Shown.Picture) again).rgb());
      }
      case Shown.Bars bars -> {
        assertFalse(bars.bars().isEmpty());
        assertTrue(bars.bars().stream().mapToDouble(Shown.Bars.Bar::value).sum() > 0);
        assertEquals(bars, again);
      }
      case Shown.Table table -> {
        assertFalse(table.rows().isEmpty());
        table.rows().forEach(row -> assertEquals(table.header().size(), row.size()));
        assertEquals(table, again);
      }
      case Shown.Lines lines -> assertEquals(lines, again);
      case Shown.Pictures pictures -> assertEquals(pictures, again);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void describeThemselves(Workload workload) throws Exception {
    assertFalse(workload.title().isBlank());
    assertTrue(workload.summary().endsWith("."));
    for (var parameter : workload.parameters()) {
      assertFalse(parameter.label().isBlank());
      assertTrue(parameter.help().endsWith("."), parameter::help);
    }
    var prepared = InProcess.prepare(workload, SMALL.get(workload.id()), folder);
    assertFalse(prepared.description().isBlank());
    assertEquals(List.of(), prepared.notes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void sayBeforehandWhatTheyCanBeRunOn(Workload workload) throws Exception {
    var prepared = InProcess.prepare(workload, SMALL.get(workload.id()), folder);
    assertEquals(workload.hasPython(), prepared.inPython().isPresent());
    assertEquals(workload.isChain(), prepared.flow().isPresent());
  }

  @ParameterizedTest
  @MethodSource("all")
  void havePresetsThatCanBePrepared(Workload workload) throws Exception {
    assertFalse(workload.presets().isEmpty());
    for (var preset : workload.presets()) {
      assertTrue(preset.lesson().endsWith("."), preset::lesson);
      assertNotNull(InProcess.prepare(workload, preset.settings(), folder), preset::id);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void canBePreparedWithNothingSet(Workload workload) throws Exception {
    var prepared = InProcess.prepare(workload, Map.of(), folder);
    for (var stage : prepared.stages()) {
      assertTrue(stage.items() >= 1);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void chooseSettingsThatFitOnSlowAndOnFastMachines(Workload workload) throws Exception {
    if (workload.sizing().isEmpty()) {
      assertTrue(
          workload.parameters().stream()
              .noneMatch(p -> p instanceof Parameter.Whole && p.defaultText().isEmpty()),
          workload::id);
      return;
    }
    var sizing = workload.sizing().get();
    assertTrue(sizing.parameters().containsAll(sizing.probe().keySet()));
    assertNotNull(InProcess.prepare(workload, sizing.probe(), folder));
    for (var seconds : List.of(0.0, 1e-9, 1e-4, 0.02, 0.1, 1.0, 100.0)) {
      var sized = sizing.sizeFor(seconds, 3);
      assertTrue(sizing.parameters().containsAll(sized.keySet()));
      var settings = new HashMap<>(sized);
      assertEquals(
          sized.values().stream().toList(),
          sized.keySet().stream().map(Settings.of(workload.parameters(), settings)::text).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void makeTheRunLongerOnAFasterMachine(Workload workload) {
    if (workload.sizing().isEmpty()) {
      // what an item of somebody's own code costs is measured, not known
      assertTrue(workload.suggestedChunk().isPresent() || workload.id().equals("my-code"));
      return;
    }
    var sizing = workload.sizing().get();
    var slow = largest(sizing.sizeFor(0.3, 3));
    var fast = largest(sizing.sizeFor(0.03, 3));
    assertTrue(fast > slow, () -> fast + " is not above " + slow);
  }

  private static long largest(Map<String, String> settings) {
    return settings.values().stream().mapToLong(Long::parseLong).max().orElseThrow();
  }

  @Test
  void sayWhatTheWorkIsProportionalTo() {
    var without =
        all().stream().filter(one -> one.sizeParameter().isEmpty()).map(Workload::id).toList();
    assertEquals(
        List.of("primes-range", "mandelbrot", "my-code"),
        without,
        "harder items further on, pixels by the square, items of unknown cost");
  }

  static List<Workload> sized() {
    return all().stream().filter(one -> one.sizeParameter().isPresent()).toList();
  }

  @ParameterizedTest
  @MethodSource("sized")
  void haveTwiceTheItemsAtTwiceTheSize(Workload workload) throws Exception {
    var id = workload.sizeParameter().orElseThrow();
    assertTrue(
        workload.parameters().stream()
            .anyMatch(one -> one instanceof Parameter.Whole && one.id().equals(id)));
    var settings = new HashMap<>(SMALL.get(workload.id()));
    var size = Settings.of(workload.parameters(), settings).whole(id);
    var items = sharedItems(InProcess.prepare(workload, settings, folder));
    settings.put(id, Long.toString(2 * size));
    assertEquals(2 * items, sharedItems(InProcess.prepare(workload, settings, folder)));
  }

  /** Those that can be shared out: a serial stage is one item, however long. */
  private static long sharedItems(Prepared<?, ?, ?> prepared) {
    return prepared.stages().stream().mapToLong(Stage::items).filter(items -> items > 1).sum();
  }

  @ParameterizedTest
  @MethodSource("all")
  void rejectNumbersOutsideTheirLimits(Workload workload) {
    for (var parameter : workload.parameters()) {
      if (parameter instanceof Parameter.Whole whole) {
        for (var text : List.of("-1", "-99999999999999999999", "1.5", "1,5", "abc", "0x10")) {
          var failure =
              assertThrows(
                  InputException.class, () -> whole.check(text), () -> whole.id() + "=" + text);
          assertEquals(whole.id(), failure.parameter().orElseThrow());
        }
      }
    }
  }
}
