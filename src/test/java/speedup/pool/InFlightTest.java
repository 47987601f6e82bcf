package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.wire.ClassFilter;
import speedup.wire.OutBuffer;

/** How many chunks a worker is given to hold, without a pool. */
class InFlightTest {
  private static final int PLENTY = 10_000;

  private final InFlight held = new InFlight(0);

  /** Chunks of one unit each. */
  private record Units(int count) implements Supply {
    @Override
    public Ticket cut(Job job, int number) {
      return number < count ? new Ticket(job, number, number, 1, null) : null;
    }

    @Override
    public int left(Job job) {
      return count - job.cutSoFar();
    }

    @Override
    public boolean drained(Job job) {
      return left(job) == 0;
    }

    @Override
    public byte[] argument(Ticket ticket, OutBuffer scratch) {
      return new byte[0];
    }

    @Override
    public void accept(int worker, long pid, Ticket ticket, Object result) {}

    @Override
    public boolean failed(Ticket ticket, PoolException why) {
      return false;
    }

    @Override
    public String argumentInWords(Ticket ticket) {
      return "unit " + ticket.number;
    }
  }

  private static Job job(int chunks) {
    var terms = new Job.Terms("task", new byte[0], new ClassFilter(Set.of()), PLENTY, 0, null);
    return new Job(7, terms, new Units(chunks), new Pace());
  }

  /** A job of whose chunks one took so long before. */
  private static Job job(int chunks, long millis) {
    var job = job(chunks);
    job.pace.finished(TimeUnit.MILLISECONDS.toNanos(millis), 1, 0);
    return job;
  }

  private List<Ticket> fill(Job job) {
    return fill(job, 1);
  }

  private List<Ticket> fill(Job job, int sharing) {
    var taken = new ArrayList<Ticket>();
    held.fill(job, sharing, 0, taken);
    return taken;
  }

  private static void begin(Ticket ticket, long millisAgo) {
    ticket.startedAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(millisAgo);
  }

  @Test
  void aChunkThatTakesNobodyKnowsHowLongGoesAlone() {
    var job = job(PLENTY);
    assertEquals(1, fill(job).size());
    assertEquals(List.of(), fill(job));

    begin(held.first(), 1);
    assertEquals(List.of(), fill(job));
  }

  /** Milliseconds of a chunk, and how many of them are held. */
  @ParameterizedTest
  @CsvSource({"1, 10", "4, 3", "5, 2", "11, 2", "60, 2", "99, 2", "100, 1", "101, 1", "5000, 1"})
  void aSecondGoesBehindOneOfUpToAHundredMillisecondsAndMoreWithinTen(long millis, int chunks) {
    var job = job(PLENTY, millis);
    assertEquals(chunks, fill(job).size());
    assertEquals(List.of(), fill(job), "there is no more room");
  }

  /** Milliseconds since a chunk began that should take 50, and how many more are given. */
  @ParameterizedTest
  @CsvSource({"1, 1", "60, 1", "200, 0"})
  void nothingGoesBehindAChunkThatTakesLongerThanWasThought(long millisAgo, int more) {
    assertEquals(1, fill(job(1, 50)).size());
    begin(held.first(), millisAgo);

    assertEquals(more, fill(job(PLENTY, 50)).size());
  }

  /** The same for two that should take 1 millisecond each. */
  @ParameterizedTest
  @CsvSource({"1, 8", "30, 0"})
  void noThirdGoesBehindOneThatTakesLongerThanTenMilliseconds(long millisAgo, int more) {
    assertEquals(2, fill(job(3, 1)).size());
    begin(held.first(), millisAgo);

    assertEquals(more, fill(job(PLENTY, 1)).size());
  }

  @Test
  void aChunkThatIsDoneMakesRoomForAnother() {
    var job = job(PLENTY, 60);
    var two = fill(job);
    assertNull(held.finished(job.id, 1), "it works on the first one");

    assertEquals(two.getFirst(), held.finished(job.id, 0));
    assertEquals(two.getLast(), held.first());
    assertEquals(1, fill(job).size());
  }

  @Test
  void nothingIsGivenWhileTheRestIsRecalled() {
    var job = job(PLENTY, 60);
    var two = fill(job);
    assertTrue(held.beginRecall());
    assertFalse(held.beginRecall(), "it has been asked already");
    held.finished(job.id, 0);
    assertEquals(List.of(), fill(job));

    assertEquals(List.of(two.getLast()), held.endRecall(new int[] {job.id}, new int[] {1}));
    assertEquals(0, held.size());
    assertEquals(2, fill(job).size());
  }

  @Test
  void oneChunkAloneIsNotRecalled() {
    fill(job(PLENTY));
    assertFalse(held.beginRecall());
  }

  @Test
  void whatMayKillItsWorkerGoesAlone() {
    var job = job(PLENTY, 1);
    var suspect = job.take();
    suspect.suspect = true;
    job.giveBack(suspect);
    assertEquals(List.of(suspect), fill(job));
  }

  @Test
  void largeArgumentsAreNotPiledUp() {
    assertEquals(1, fill(job(1, 1)).size());
    held.sent(1, 100_000);
    assertEquals(1, fill(job(PLENTY, 1)).size(), "three of them are more than 256 KiB");
  }

  @Test
  void towardsTheEndNobodyKeepsWhatAnotherCouldDo() {
    assertEquals(1, fill(job(4, 1), 4).size());
    held.takeAll();
    var other = new InFlight(0);
    var taken = new ArrayList<Ticket>();
    other.fill(job(40, 1), 4, 0, taken);
    assertEquals(5, taken.size(), "half of a fair share of what is left");
  }

  @Test
  void aWorkerThatIsToLeaveGetsNothing() {
    held.refuseMore();
    assertEquals(List.of(), fill(job(PLENTY, 1)));
  }

  @Test
  void aLifeOfThreeChunksIsUsedWhenTheThirdIsDone() {
    var short3 = new InFlight(3);
    var job = job(PLENTY, 1);
    var taken = new ArrayList<Ticket>();
    short3.fill(job, 1, 0, taken);
    assertEquals(3, taken.size());
    assertFalse(short3.quotaIsUsed());
    taken.forEach(ticket -> short3.finished(job.id, ticket.number));
    assertTrue(short3.quotaIsUsed());
  }
}
