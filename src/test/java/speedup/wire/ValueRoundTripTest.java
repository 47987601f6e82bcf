package speedup.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.wire.Values.copy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.wire.Values.Chain;
import speedup.wire.Values.Colour;
import speedup.wire.Values.Everything;
import speedup.wire.Values.Function;
import speedup.wire.Values.Pair;
import speedup.wire.Values.Point;
import speedup.wire.Values.Version;

class ValueRoundTripTest {
  static Stream<Object> scalars() {
    return Stream.of(
        true,
        false,
        (byte) -128,
        (byte) 127,
        Short.MIN_VALUE,
        Short.MAX_VALUE,
        'x',
        '\uffff',
        '\ud800',
        0,
        -1,
        63,
        64,
        -65,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        0L,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        -0f,
        Float.NaN,
        Float.MIN_VALUE,
        -0d,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        "",
        "plain",
        "größer 漢字 😀 \u0000",
        "half a pair: \ud83d, the other: \ude00",
        "x".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void scalarsArriveAsTheyWere(Object value) throws Exception {
    assertEquals(value, copy(value));
  }

  @Test
  void nullArrivesAsNull() throws Exception {
    assertNull(copy(null));
  }

  static Stream<Object> others() {
    return Stream.of(
        new BigInteger("-123456789012345678901234567890"),
        new BigDecimal("3.14159265358979323846"),
        RoundingMode.HALF_EVEN,
        Duration.ofNanos(123_456_789_012L),
        Instant.EPOCH,
        LocalDate.of(2026, 11, 21),
        ZonedDateTime.parse("2026-11-21T05:00:00+01:00[Europe/Berlin]"),
        new UUID(1, 2),
        new LinkedList<>(List.of(1, 2)),
        Map.of("a", 1, "b", List.of(2)),
        Map.of(),
        new LinkedHashMap<>(Map.of(1, "one")),
        new TreeMap<>(Map.of("z", 26, "a", 1)),
        Set.of(7),
        Set.of(1, 2, 3),
        Map.of(1, 2),
        Collections.unmodifiableMap(new TreeMap<>(Map.of(1, 2))),
        new EnumMap<>(Map.of(Colour.GREEN, 1)),
        IntStream.range(0, 1_000).boxed().collect(java.util.stream.Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("others")
  void valuesOfTheJdkArriveAsTheyWere(Object value) throws Exception {
    assertEquals(value, copy(value));
  }

  @Test
  void queuesKeepTheirOrder() throws Exception {
    var queue = (ArrayDeque<?>) copy(new ArrayDeque<>(List.of(3, 1, 2)));
    assertEquals(List.of(3, 1, 2), List.copyOf(queue));
  }

  static Stream<List<?>> lists() {
    var numbers = new ArrayList<>(Arrays.asList(1, null, 3, 4));
    return Stream.of(
        List.of(),
        List.of(1),
        List.of(1, 2, 3),
        List.of(1, 2, 3, 4).subList(1, 3),
        numbers,
        numbers.subList(1, 3),
        Arrays.asList("a", null),
        Stream.of(1, 2, 3).toList(),
        Stream.of(1, 2, 3, 4).toList().subList(2, 4),
        Collections.unmodifiableList(numbers),
        Collections.nCopies(5, "x"),
        Collections.emptyList(),
        new java.util.Vector<>(numbers),
        List.of(List.of(List.of(1)), new Point(1, 2), "text"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void listsArriveEqualAndCanBeChanged(List<?> value) throws Exception {
    @SuppressWarnings("unchecked")
    var arrived = (List<Object>) copy(value);
    assertEquals(value, arrived);
    arrived.add("one more");
    assertEquals(value.size() + 1, arrived.size());
  }

  static Stream<Arguments> arrays() {
    return Stream.<Object>of(
            new byte[] {1, -1},
            new boolean[] {true, false, true},
            new short[] {Short.MIN_VALUE, 7},
            new char[] {'a', '\ud800'},
            new int[] {Integer.MIN_VALUE, 0, 5},
            new long[] {Long.MAX_VALUE},
            new float[] {1.5f, Float.NaN},
            new double[] {-0d, Double.MAX_VALUE},
            new int[0],
            new int[100_000],
            new Object[] {1, "two", null, new long[] {3}, new Object[] {4}},
            new String[] {"a", null},
            new int[][] {{1}, {}, {2, 3}},
            new BigInteger[] {BigInteger.TWO},
            new String[0],
            new String[][] {{"a"}, {}, {"b", null}, null},
            new Integer[] {1, 2, 3},
            new Long[][][] {{{1L}, {}}, {}},
            new Object[][] {{1, "a"}, {new int[] {1}}},
            new Number[] {1, 2L, 3.0},
            new Colour[] {Colour.GREEN, Colour.RED},
            new Point[][] {{new Point(1, 2)}, {}},
            new Point[] {new Point(1, 2), new Point(3, 4), null},
            new List<?>[] {List.of(1), List.of("a")},
            new byte[][][] {{{1}, {2}}, {{}}})
        .map(array -> Arguments.of(array)); // not its elements
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void arraysKeepTheirTypeAndElements(Object value) throws Exception {
    var arrived = copy(value);
    assertSame(value.getClass(), arrived.getClass());
    assertArrayEquals(new Object[] {value}, new Object[] {arrived});
  }

  static Stream<Object> collections() {
    var mixed = new HashMap<Object, Object>();
    mixed.put(null, 1);
    mixed.put("a", null);
    mixed.put(new Point(1, 2), List.of(Map.of("inner", Set.of(1))));
    return Stream.of(
        mixed,
        new HashMap<>(),
        new LinkedHashMap<>(Map.of("b", 2, "a", 1, "c", 3)),
        new TreeMap<>(Map.of("z", 26, "a", 1)),
        new TreeMap<>(Map.of(new Version(2, 0), 1, new Version(1, 0), 2)),
        new HashSet<>(List.of(1, 2, 3)),
        new HashSet<>(Arrays.asList(1, "x", null)),
        new LinkedHashSet<>(List.of("z", "a", "m")),
        new TreeSet<>(List.of(3.0, 1.0, 2.0)));
  }

  @ParameterizedTest
  @MethodSource("collections")
  void collectionsKeepTheirTypeAndOrder(Object value) throws Exception {
    var arrived = copy(value);
    assertSame(value.getClass(), arrived.getClass());
    assertEquals(value, arrived);
    if (!(value instanceof HashMap) || value instanceof LinkedHashMap) {
      assertEquals(value.toString(), arrived.toString());
    }
  }

  @Test
  void whatCannotBeChangedArrivesAsWhatCan() throws Exception {
    for (var map : List.of(Map.of(), Map.of(1, 2), Map.of(1, 2, 3, 4))) {
      assertSame(LinkedHashMap.class, copy(map).getClass());
    }
    for (var set : List.of(Set.of(), Set.of(1), Set.of(1, 2), Set.of(1, 2, 3))) {
      assertSame(LinkedHashSet.class, copy(set).getClass());
    }
  }

  @Test
  void sortedCollectionsKeepAComparatorOfTheirOwn() throws Exception {
    var map = new TreeMap<String, Integer>(Collections.reverseOrder());
    map.putAll(Map.of("a", 1, "b", 2));
    assertEquals("{b=2, a=1}", copy(map).toString());
    var set = new TreeSet<Integer>(Collections.reverseOrder());
    set.addAll(List.of(1, 2));
    assertEquals("[2, 1]", copy(set).toString());
  }

  static Stream<List<?>> runs() {
    return Stream.of(
        IntStream.rangeClosed(-500, 500).boxed().toList(),
        List.of(Integer.MIN_VALUE, Integer.MAX_VALUE),
        List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE),
        List.of(Double.NaN, -0.0, Double.MIN_VALUE),
        List.of("", "a", "größer 漢字 😀", "x".repeat(127), "x".repeat(128), "x".repeat(70_000)),
        List.of("ö".repeat(127), "ö".repeat(64)),
        List.of("whole", "half \ud83d"),
        Arrays.asList(1, 2, null),
        List.of(1, 2, 3L),
        List.of("a", "b", 'c'),
        List.of(1.0, 2f),
        List.of(1L, 2));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void elementsOfOneKindAndAlmostOfOneKindArriveAsTheyWere(List<?> value) throws Exception {
    assertEquals(value, copy(value));
    assertArrayEquals(value.toArray(), (Object[]) copy(value.toArray()));
    assertEquals(List.of(value, value), copy(List.of(value, value)));
  }

  @Test
  void elementsOfOneKindTakeNoTagEach() throws Exception {
    assertEquals(2 + 100, Values.bytes(Collections.nCopies(100, 7)).length);
  }

  @Test
  void recordsArriveEqual() throws Exception {
    var point = new Point(1, -2);
    var all =
        new Everything(
            true,
            (byte) 1,
            (short) 2,
            'c',
            3,
            4L,
            5f,
            6d,
            "text",
            null,
            point,
            List.of(point, new Point(3, 4)));
    assertEquals(all, copy(all));
    assertEquals(new Pair<>("generic", List.of(1)), copy(new Pair<>("generic", List.of(1))));
    assertEquals(new Pair<>(null, new Pair<>(1, 2)), copy(new Pair<>(null, new Pair<>(1, 2))));
  }

  @Test
  void enumsArriveAsTheSameConstant() throws Exception {
    assertSame(Colour.RED, copy(Colour.RED));
    assertSame(Colour.GREEN, copy(Colour.GREEN));
    assertEquals(List.of(Colour.GREEN, Colour.GREEN), copy(List.of(Colour.GREEN, Colour.GREEN)));
  }

  @Test
  void lambdasArriveWithWhatTheyHold() throws Exception {
    assertEquals(7, ((Function) copy(Values.adding(5))).applyAsInt(2));
    var holding = Values.addingAll(List.of(1, 2), new Point(10, 0));
    assertEquals(13, ((Function) copy(holding)).applyAsInt(0));
    Function reference = Values::twice;
    assertEquals(8, ((Function) copy(reference)).applyAsInt(4));
    var pair = (Pair<?, ?>) copy(new Pair<>(Values.adding(1), reference));
    assertEquals(3, ((Function) pair.first()).applyAsInt(2));
    assertEquals(4, ((Function) pair.second()).applyAsInt(2));
  }

  @Test
  void whatIsWrittenNestedIsReadNested() throws Exception {
    Chain chain = null;
    for (var i = 0; i < 498; i++) {
      chain = new Chain(chain);
    }
    assertEquals(chain, copy(chain));
    Object lists = List.of();
    for (var i = 0; i < 450; i++) {
      lists = List.of(lists);
    }
    assertEquals(lists, copy(lists));
    var nested = Values.adding(0);
    for (var i = 0; i < 450; i++) {
      nested = around(nested);
    }
    assertEquals(450, ((Function) copy(nested)).applyAsInt(0));
  }

  private static Function around(Function inner) {
    return x -> inner.applyAsInt(x) + 1;
  }

  @Test
  void repeatedClassNamesAreWrittenOnce() throws Exception {
    var one = Values.bytes(List.of(new Point(1, 1))).length;
    var two = Values.bytes(List.of(new Point(1, 1), new Point(1, 1))).length;
    assertTrue(two - one < 8, "a second record takes " + (two - one) + " bytes");
  }

  @Test
  void manyClassesKeepTheirNumbers() throws Exception {
    var classes =
        List.of(
            new Point(1, 2),
            Colour.RED,
            DayOfWeek.MONDAY,
            RoundingMode.UP,
            new Version(1, 2),
            new Pair<>(1, 2),
            new Chain(null),
            ChronoUnit.DAYS,
            Month.MAY,
            new Values.Strict(1),
            new Values.Config(7));
    var all = new ArrayList<Object>(classes);
    all.addAll(classes.reversed());
    assertEquals(all, copy(all));
  }

  @Test
  void aBufferCanBeUsedAgain() throws Exception {
    var scratch = new OutBuffer(8);
    var large = ValueWriter.toBytes(new int[100_000], scratch);
    var small = ValueWriter.toBytes("x", scratch);
    assertEquals("x", Values.read(small));
    assertEquals(100_000, ((int[]) Values.read(large)).length);
  }
}
