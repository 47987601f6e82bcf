package speedup.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedup.wire.Values.Bean;
import speedup.wire.Values.Chain;
import speedup.wire.Values.Colour;
import speedup.wire.Values.Pair;
import speedup.wire.Values.Point;
import speedup.wire.Values.Strict;
import speedup.wire.Values.Version;

class DamagedValueTest {
  private static final ClassFilter NOTHING_OF_OURS = new ClassFilter(Set.of());

  private static WireException refusal(byte[] bytes, ClassFilter filter) {
    return assertThrows(
        WireException.class,
        () -> ValueReader.fromBytes(bytes, filter, Values.class.getClassLoader()));
  }

  private static WireException refusal(byte[] bytes) {
    return refusal(bytes, Values.FILTER);
  }

  @Test
  void refusesEveryKindOfClassThatIsNotAdmitted() throws Exception {
    for (var value :
        List.of(
            new Point(1, 2),
            Colour.GREEN,
            Values.adding(1),
            new Bean(1),
            new Bean[] {new Bean(2)},
            new HashMap<>(Map.of("key", new Bean(3))))) {
      var message = refusal(Values.bytes(value), NOTHING_OF_OURS).getMessage();
      assertTrue(message.contains("speedup.wire.Values"), message);
      assertTrue(message.contains("not admitted"), message);
    }
  }

  @Test
  void aClassThatOneFilterAdmitsIsAdmittedByThatOneOnly() throws Exception {
    var bytes = Values.bytes(new Point(1, 2));
    assertEquals(new Point(1, 2), Values.read(bytes));
    assertTrue(refusal(bytes, NOTHING_OF_OURS).getMessage().contains("not admitted"));
    assertEquals(new Point(1, 2), Values.read(bytes));
    var elsewhere = ClassLoader.getPlatformClassLoader();
    assertTrue(
        assertThrows(
                WireException.class, () -> ValueReader.fromBytes(bytes, Values.FILTER, elsewhere))
            .getMessage()
            .contains("not on the class path"));
  }

  @Test
  void refusesClassesOfTheJdkThatAreNoPlainValues() throws Exception {
    for (var value : List.of(java.net.URI.create("x:y"), java.util.Locale.ROOT)) {
      var message = refusal(Values.bytes(value)).getMessage();
      assertTrue(message.contains(value.getClass().getName()), message);
    }
    var proxy =
        java.lang.reflect.Proxy.newProxyInstance(
            Values.class.getClassLoader(),
            new Class<?>[] {Values.Function.class},
            new SerializableHandler());
    refusal(Values.bytes(proxy));
  }

  private static final class SerializableHandler
      implements java.lang.reflect.InvocationHandler, java.io.Serializable {
    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] args) {
      return 0;
    }
  }

  @Test
  void refusesARecordWhoseConstructorRefusesItsValues() throws Exception {
    var bytes = Values.bytes(new Strict(1));
    bytes[bytes.length - 1] = 1; // -1
    assertTrue(refusal(bytes).getMessage().contains("refused its values"));
    bytes[bytes.length - 2] = ValueTag.NULL;
    assertTrue(refusal(Arrays.copyOf(bytes, bytes.length - 1)).getMessage().contains("do not fit"));
  }

  @Test
  void refusesWeirdNames() {
    for (var name :
        List.of("speedup.wire.", "speedup.wire.\u0000", "speedup.wire./..", "speedup.wire.[I")) {
      for (var tag : List.of(ValueTag.RECORD, ValueTag.ENUM, ValueTag.LAMBDA)) {
        refusal(named(tag, name));
      }
    }
    refusal(named(ValueTag.ENUM, "java.lang.Integer"));
    refusal(named(ValueTag.RECORD, "java.lang.Integer"));
    refusal(named(ValueTag.LAMBDA, "java.time.chrono.AbstractChronology"));
    refusal(named(ValueTag.LAMBDA, "speedup.wire.Values"));
  }

  private static byte[] named(int tag, String name) {
    var out = new OutBuffer(64);
    out.put(tag);
    out.putVar(0);
    out.putText(name);
    for (var i = 0; i < 3; i++) {
      out.putText("");
    }
    out.putVar(6);
    for (var i = 0; i < 4; i++) {
      out.putText("");
    }
    out.put(ValueTag.LIST);
    out.putVar(0);
    return out.toBytes();
  }

  @Test
  void refusesAClassThatWasNotNamed() {
    refusal(new byte[] {ValueTag.RECORD, 5});
  }

  @Test
  void refusesCountsThatCannotBeTrueBeforeMakingRoom() {
    var tags = IntStream.rangeClosed(ValueTag.TEXT, ValueTag.TREE_MAP).toArray();
    for (var tag : tags) {
      if (tag == ValueTag.JDK || tag >= ValueTag.RECORD && tag <= ValueTag.LAMBDA) {
        continue;
      }
      for (var count : List.of(Integer.MAX_VALUE - 8L, -1L)) {
        var out = new OutBuffer(16);
        out.put(tag);
        out.putVar(count);
        refusal(out.toBytes());
      }
    }
    for (var inner : new int[] {ValueTag.LIST, ValueTag.INT_RUN, ValueTag.DOUBLE_RUN}) {
      for (var outer : new int[] {ValueTag.OBJECTS, ValueTag.SET, ValueTag.TREE_MAP}) {
        var out = new OutBuffer(16);
        out.put(outer);
        out.put(inner);
        out.putVar(Integer.MAX_VALUE - 8L);
        assertTrue(refusal(out.toBytes()).getMessage().contains("a count of"));
      }
    }
  }

  @Test
  void refusesCollectionsWhosePartsDoNotFitTogether() throws Exception {
    var sorted = Values.bytes(new TreeSet<>(List.of("a", "b")));
    refusal(new byte[] {ValueTag.TREE_SET, ValueTag.LIST, 2, ValueTag.INT, 2, ValueTag.TRUE});
    refusal(new byte[] {ValueTag.TREE_SET, ValueTag.LIST, 1, ValueTag.NULL});
    refusal(new byte[] {ValueTag.TREE_SET, ValueTag.LIST, 1, ValueTag.LIST, 0});
    refusal(new byte[] {ValueTag.MAP, ValueTag.INT_RUN, 1, 2, ValueTag.LIST, 0});
    refusal(new byte[] {ValueTag.MAP, ValueTag.INT, 1, ValueTag.INT, 0});
    sorted[1] = ValueTag.TEXT;
    refusal(sorted);
    var moody = Values.bytes(new HashSet<>(List.of(new Point(1, 2))));
    var asMoody = new String(moody, ISO_8859_1).replace("Values$Point", "Values$Moody");
    // one component less, and a hash code that throws
    refusal(Arrays.copyOf(asMoody.getBytes(ISO_8859_1), moody.length - 2));
  }

  @Test
  void refusesArraysThatAreNone() {
    for (var type : List.of("int", "void", "java.lang.Object", "java.lang.Integer", "nothing")) {
      for (var dimensions : new int[] {0, 1, 2, 255}) {
        var out = new OutBuffer(64);
        out.put(ValueTag.TYPED_ARRAY);
        out.putVar(0);
        out.putText(type);
        out.put(dimensions);
        out.put(ValueTag.TEXT_RUN);
        out.putVar(1);
        out.putText("x");
        if (!type.equals("java.lang.Object") || dimensions > 1) {
          refusal(out.toBytes());
        }
      }
    }
  }

  @Test
  void makesNoRoomForListsThatPromiseAllThatIsLeftAgainAndAgain() {
    var out = new OutBuffer(1 << 20);
    for (var level = 0; level < 490; level++) {
      out.put(ValueTag.LIST);
      out.putVar(4_000_000);
    }
    for (var i = 0; i < 4_000_000; i++) {
      out.put(99); // no tag
    }
    refusal(out.toBytes()); // with room for each promise this takes 8 GB
  }

  @Test
  void makesNoRoomForAnArrayLongerThanItsBytes() throws Exception {
    var serialised = new ByteArrayOutputStream();
    try (var stream = new ObjectOutputStream(serialised)) {
      stream.writeObject(new String[] {"a"});
    }
    var block = serialised.toByteArray();
    var length = block.length - 8; // four bytes of it, then four of the text
    assertEquals(1, block[length + 3]);
    block[length] = 0x7f;
    var out = new OutBuffer(64);
    out.put(ValueTag.JDK);
    out.putBlock(block);
    refusal(out.toBytes());
  }

  @Test
  void refusesBytesAfterTheValue() throws Exception {
    var bytes = Values.bytes("text");
    assertTrue(
        refusal(Arrays.copyOf(bytes, bytes.length + 2)).getMessage().contains("2 bytes too many"));
  }

  @Test
  void refusesWhatIsNestedTooDeep() throws Exception {
    var out = new OutBuffer(64);
    for (var i = 0; i < 600; i++) {
      out.put(ValueTag.LIST);
      out.putVar(1);
    }
    out.put(ValueTag.NULL);
    assertTrue(refusal(out.toBytes()).getMessage().contains("nested"));
    Bean chain = null;
    for (var i = 0; i < 600; i++) {
      chain = new Bean(chain);
    }
    refusal(Values.bytes(chain));
  }

  private static List<Object> samples() {
    Values.Function reference = Values::twice;
    var set = new LinkedHashSet<Object>(List.of(1, "two", 3.0));
    return List.of(
        new Values.Everything(
            true,
            (byte) 1,
            (short) 2,
            'c',
            3,
            4L,
            5f,
            6d,
            "text",
            7,
            new Point(8, 9),
            List.of(new Point(10, 11))),
        new Pair<>(Values.adding(1), reference),
        List.of(Colour.RED, DayOfWeek.FRIDAY, Colour.GREEN),
        new Object[] {new int[] {1, 2}, new long[] {3}, new boolean[] {true}, new char[] {'x'}},
        new String[][] {{"a"}, {"b", "c"}},
        new HashMap<>(Map.of("a", 1, "b", 2)),
        new TreeMap<>(Map.of("a", BigInteger.TEN)),
        set,
        List.of(1, 20_000, 3),
        List.of(1L, -1L, Long.MAX_VALUE),
        List.of(1.0, 2.0),
        List.of("a", "größer", "b"),
        new Integer[][] {{1, null}, {2, 3}, null},
        new Point[] {new Point(1, 2), null},
        new TreeSet<>(List.of(new Version(1, 2), new Version(1, 3))),
        new HashMap<>(Map.of(new Point(1, 2), new HashSet<>(List.of(Colour.RED)))),
        new LinkedHashMap<>(Map.of(Colour.RED, Map.of(1, "one", 2, "two"))),
        Map.of("list", List.of(1, 2)),
        ZonedDateTime.parse("2026-11-21T05:00:00+01:00[Europe/Berlin]"),
        new Chain(new Chain(null)),
        new Bean(new ArrayList<>(List.of(new Bean("x")))));
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    for (var sample : samples()) {
      var bytes = Values.bytes(sample);
      for (var length = 0; length < bytes.length; length++) {
        refusal(Arrays.copyOf(bytes, length));
      }
    }
  }

  @Test
  void damageGivesAnotherValueOrARefusalAndNothingElse() throws Exception {
    var random = new Random(20_261_121);
    var refused = 0;
    for (var sample : samples()) {
      var whole = Values.bytes(sample);
      for (var round = 0; round < 2_000; round++) {
        var bytes = whole.clone();
        for (var flips = 1 + random.nextInt(4); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
          Values.read(bytes);
        } catch (WireException e) {
          refused++;
        } catch (Throwable e) {
          fail(sample.getClass() + " in round " + round, e);
        }
      }
    }
    assertTrue(refused > 10_000, refused + " refused");
  }
}
