package speedup.ipc;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;

/** The tests that kill processes at random moments, with two hundred kills of each. */
@Tag("stress")
@EnabledOnOs(OS.LINUX)
class KillStressTest {
  private static final int KILLS = 200;

  @TestFactory
  Stream<DynamicTest> nobodyHangsHoweverOftenSomebodyIsKilled() {
    var locks = new LockDeathTest();
    Supplier<BaseLock> lock = ProcessLock::new;
    Supplier<BaseLock> again = ProcessRLock::new;
    return Stream.of(
        killed("holder of a lock", () -> locks.aKilledHolderHangsNobodyAndTheNextOneIsTold(lock)),
        killed(
            "holder of a reentrant lock",
            () -> locks.aKilledHolderHangsNobodyAndTheNextOneIsTold(again)),
        killed("waiter for a lock", () -> locks.aKilledWaiterHangsNobody(lock)),
        killed("user of a semaphore", new ProcessSemaphoreTest()::permitsOfTheKilledReturn),
        killed("waiter for an event", new ProcessEventTest()::aKilledWaiterHangsNobody),
        killed(
            "waiter for a condition",
            new ProcessConditionTest()::aNotificationOfTheKilledGoesToTheNext),
        killed("party of a barrier", new ProcessBarrierTest()::aKilledPartyBreaksIt),
        killed(
            "producer of a queue",
            new QueueDeathTest()::aKilledProducerLeavesWholeItemsInTheirOrder),
        killed("consumer of a queue", new QueueDeathTest()::aKilledConsumerLosesAtMostWhatItHad),
        killed("neighbour at a queue", new QueueDeathTest()::aKilledNeighbourHangsNobody),
        killed("sender of a pipe", new PipeDeathTest()::aKilledSenderLosesNothingThatItHadSent),
        killed("receiver of a pipe", new PipeDeathTest()::aKilledReceiverLosesAtMostOneMessage),
        killed(
            "holder of numbers", new NumberRaceTest()::aKilledHolderHangsNobodyAndTheNextOneIsTold),
        killed("user of a name", new MemoryNameTest()::whoeverIsKilledWithANameLeavesItFree));
  }

  private static DynamicTest killed(String who, Executable test) {
    return dynamicTest(who, () -> Child.withKills(KILLS, test));
  }
}
