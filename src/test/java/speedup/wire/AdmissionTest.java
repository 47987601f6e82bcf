package speedup.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import speedup.wire.Values.Bean;
import speedup.wire.Values.Colour;
import speedup.wire.Values.Config;
import speedup.wire.Values.Function;
import speedup.wire.Values.Pair;
import speedup.wire.Values.Point;
import speedup.wire.Values.Task;

/** What the receiver would refuse is refused by the sender already. */
class AdmissionTest {
  private static final ClassFilter NOTHING_OF_OURS = new ClassFilter(Set.of());

  private static String refusal(Object value, ClassFilter filter) {
    return assertThrows(NotSendableException.class, () -> ValueWriter.toBytes(value, filter))
        .getMessage();
  }

  private static String refusal(Object value) {
    return refusal(value, NOTHING_OF_OURS);
  }

  private static String notAdmitted(String path, Class<?> type) {
    return path
        + ": "
        + type.getName()
        + " is not admitted; admit \"speedup.wire.\" when the pool, queue, pipe or manager is made";
  }

  @Test
  void namesThePathTheClassAndThePrefixToAdmit() {
    assertEquals(notAdmitted("Point", Point.class), refusal(new Point(1, 2)));
    assertEquals(notAdmitted("Colour", Colour.class), refusal(Colour.RED));
    assertEquals(notAdmitted("Colour", Colour.class), refusal(Colour.GREEN)); // a class of its own
    assertEquals(notAdmitted("lambda", Values.class), refusal(Values.adding(1)));
    assertEquals(notAdmitted("Point[]", Point.class), refusal(new Point[0]));
    assertEquals(notAdmitted("List[1]", Point.class), refusal(List.of(1, new Point(1, 2))));
    assertEquals(
        notAdmitted("Map[\"a\"][0]", Point.class), refusal(Map.of("a", Set.of(new Point(1, 2)))));
  }

  @Test
  void namesTheClassInsideWhatIsAdmitted() {
    var tasksOnly = new ClassFilter(Set.of(Task.class.getName(), Pair.class.getName()));
    assertEquals(
        notAdmitted("Task.config", Config.class), refusal(new Task(new Config(1)), tasksOnly));
    assertEquals(
        notAdmitted("Pair.second[0]", Point.class),
        refusal(new Pair<>(1, List.of(new Point(1, 2))), tasksOnly));
    var point = new Point(1, 2);
    Function holding = x -> x + point.x();
    assertEquals(
        notAdmitted("lambda.captured[0]", Point.class),
        refusal(holding, new ClassFilter(Set.of(AdmissionTest.class.getName()))));
  }

  @Test
  void namesEveryClassOfWhatTheJdkSerialises() {
    assertEquals(notAdmitted("Bean", Bean.class), refusal(new Bean(1)));
    var beansOnly = new ClassFilter(Set.of(Bean.class.getName(), Beans.Sub.class.getName()));
    assertEquals(
        notAdmitted("Bean.content[1]", Beans.Task.class),
        refusal(new Bean(new ArrayList<>(List.of(1, new Beans.Task(null)))), beansOnly));
    assertEquals(
        notAdmitted("Bean.content", Colour.class),
        refusal(new Bean(new Colour[] {Colour.RED}), beansOnly));
    assertEquals(notAdmitted("Sub", Beans.Super.class), refusal(new Beans.Sub(1), beansOnly));
    assertEquals(
        notAdmitted("Bean.content", Values.class), refusal(new Bean(Values.adding(1)), beansOnly));
    assertEquals(
        notAdmitted("Bean.content", Point.class), refusal(new Bean(Point.class), beansOnly));
  }

  @Test
  void ofTheJdkAdvisesToAdmitOneClassOnly() {
    assertTrue(
        refusal(URI.create("x:y"))
            .startsWith("URI: java.net.URI is not admitted; admit \"java.net.URI\""));
    assertTrue(
        refusal(List.of(Locale.ROOT))
            .startsWith("List[0]: java.util.Locale is not admitted; admit \"java.util.Locale\""));
  }

  @Test
  void whatIsAdmittedIsWrittenAsEver() throws Exception {
    for (var value :
        List.of(
            1,
            new int[][] {{1}},
            new Task(new Config(new Bean(Values.adding(2)))),
            new HashMap<>(Map.of(Colour.GREEN, new Point[] {new Point(1, 2)})),
            new Bean(new Colour[] {Colour.GREEN}))) {
      assertArrayEquals(
          ValueWriter.toBytes(value), ValueWriter.toBytes(value, new OutBuffer(8), Values.FILTER));
      Values.copy(value);
    }
    var bean = (Bean) Values.copy(new Bean(Values.adding(2)));
    assertEquals(5, ((Function) bean.content).applyAsInt(3));
  }

  @Test
  void aFailureToSerialiseIsNotTakenForAClassThatIsNotAdmitted() {
    assertEquals(
        "no, not me",
        assertThrows(
                NotSendableException.class,
                () -> ValueWriter.toBytes(new Beans.Denying(), NOTHING_OF_OURS))
            .type());
  }
}
