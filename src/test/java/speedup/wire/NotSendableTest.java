package speedup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import speedup.wire.Values.Bean;
import speedup.wire.Values.Chain;
import speedup.wire.Values.Config;
import speedup.wire.Values.Function;
import speedup.wire.Values.Moody;
import speedup.wire.Values.Task;

class NotSendableTest {
  private static NotSendableException refused(Object value) {
    return assertThrows(NotSendableException.class, () -> Values.bytes(value));
  }

  @Test
  void namesTheFieldThatCannotCross() {
    var refused = refused(new Task(new Config(Logger.getLogger("x"))));
    assertEquals("Task.config.logger", refused.path());
    assertEquals("java.util.logging.Logger", refused.type());
    assertTrue(
        refused.getMessage().startsWith("Task.config.logger: java.util.logging.Logger cannot"));
  }

  @Test
  void namesTheElementOfAListOrArray() {
    assertEquals("List[2]", refused(List.of(1, "two", new Object())).path());
    assertEquals("Object[][1]", refused(new Object[] {1, Thread.currentThread()}).path());
    assertEquals(
        "Task.config.logger[0]", refused(new Task(new Config(List.of(new Object())))).path());
  }

  @Test
  void namesWhatALambdaHolds() {
    var captured = new Object();
    Function lambda = x -> x + captured.hashCode();
    assertEquals("lambda.captured[0]", refused(lambda).path());
  }

  @Test
  void refusesALambdaThatIsNotSerializable() {
    java.util.function.IntUnaryOperator lambda = x -> x;
    assertTrue(refused(lambda).getMessage().contains("Serializable"));
  }

  @Test
  void refusesWhatTheJdkKeepsClosed() {
    assertTrue(refused(Comparator.naturalOrder().thenComparing(x -> 1)).path().startsWith("l"));
    assertTrue(refused(Map.Entry.comparingByKey()).getMessage().contains("lambda"));
    var sealedRecord = Collectors.counting();
    assertTrue(sealedRecord.getClass().isRecord());
    assertTrue(refused(sealedRecord).getMessage().contains("Collectors"));
  }

  @Test
  void namesTheClassInsideASerializableObject() {
    assertEquals("java.lang.Object", refused(new Bean(new Object())).type());
  }

  @Test
  void namesTheKeyInAMapAndTheElementOfASet() {
    assertEquals("List[0][\"key\"]", refused(List.of(Map.of("key", new Object()))).path());
    assertEquals("Map[7]", refused(new TreeMap<>(Map.of(7, new Object()))).path());
    assertEquals("Map[RED]", refused(Map.of(Values.Colour.RED, new Object())).path());
    assertEquals("Map.value[0]", refused(Map.of(new Values.Point(1, 2), new Object())).path());
    assertEquals("Map.key[0]", refused(Map.of(new Object(), 1)).path());
    assertEquals("Set[0]", refused(Set.of(new Object())).path());
    assertEquals("Thread[][0]", refused(new Thread[] {Thread.currentThread()}).path());
  }

  @Test
  void namesTheFieldInsideSerializableObjects() {
    var logger = Logger.getLogger("x");
    var message = refused(new Beans.Task(new Beans.Config(logger))).getMessage();
    assertTrue(
        message.startsWith("Task.config.logger: java.util.logging.Logger cannot be sent"), message);
    assertEquals("Bean.content.content[1]", path(new Bean(new Bean(List.of(1, logger)))));
    assertEquals("Bean.content[\"a\"][0]", path(new Bean(Map.of("a", Set.of(logger)))));
    assertEquals("Bean.content.key[0]", path(new Bean(Map.of(logger, 1))));
    assertEquals("Bean.content[0][1]", path(new Bean(new Object[][] {{1, logger}})));
    assertEquals("List[1].content", path(List.of(1, new Bean(logger))));
    assertEquals("Sub.inherited", path(new Beans.Sub(logger)));
    assertEquals("Bean.content", path(new Bean(new Values.Pair<>(1, logger))));
  }

  private static String path(Object value) {
    return refused(value).path();
  }

  @Test
  void namesWhatALambdaInsideASerializableObjectHolds() {
    var logger = Logger.getLogger("x");
    Function holding = x -> x + logger.hashCode();
    assertEquals("Bean.content.captured[0]", path(new Bean(holding)));
    var bean = new Bean(logger);
    Function deeper = x -> x + bean.hashCode();
    assertEquals("lambda.captured[0].content", path(deeper));
  }

  @Test
  void objectsThatWriteThemselvesDoNotConfuseThePath() {
    var logger = Logger.getLogger("x");
    assertEquals("Replaced.secret", path(new Beans.Replaced(logger)));
    assertEquals("Bean.content.secret", path(new Bean(new Beans.Replaced(logger))));
    assertEquals("External.secret", path(new Beans.External(logger)));
    assertEquals("Handmade.secret", path(new Beans.Handmade(logger)));
    var refused = refused(new Bean(new Beans.MakesAnother()));
    assertEquals("Bean", refused.path());
    assertEquals("java.lang.Object", refused.type());
    assertEquals("no, not me", refused(new Beans.Denying()).type());
  }

  @Test
  void findsAPathInWhatHoldsItselfAndInEndlessCollections() {
    var logger = Logger.getLogger("x");
    var self = new ArrayList<Object>();
    self.add(self);
    self.add(logger);
    assertEquals("Bean.content[1]", path(new Bean(self)));
    assertEquals("Bean.content.hidden", path(new Bean(new Beans.Endless(logger))));
    assertEquals("Bean.content.hidden", path(new Bean(new Beans.Angry(logger))));
  }

  @Test
  void refusesARecordThatDoesNotGiveItsValue() {
    assertTrue(refused(new Moody(1)).getMessage().contains("Moody"));
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    Chain chain = null;
    for (var i = 0; i < 501; i++) {
      chain = new Chain(chain);
    }
    var deep = chain;
    assertTrue(refused(deep).getMessage().contains("500 levels"));
    var self = new ArrayList<Object>();
    self.add(self);
    assertTrue(refused(self).getMessage().contains("500 levels"));
  }

  @Test
  void refusesWhatOverflowsTheStackOfTheJdk() {
    Bean chain = null;
    for (var i = 0; i < 200_000; i++) {
      chain = new Bean(chain);
    }
    var deep = chain;
    assertEquals("Bean", refused(deep).path());
  }
}
