package speedup.shm;

import java.lang.foreign.MemorySegment;

/**
 * How a thread sleeps until a word of shared memory changes. Any thread. A wait may end early at
 * any time; callers look at the word again.
 *
 * <p>Chosen by {@link SharedRegion#waiting()}: sleeping in the kernel works only while every
 * process that uses the memory can wake the others.
 */
public interface Waiting {
  /**
   * Sleeps while the word is as expected. Not ended by an interrupt: callers wait in short slices.
   *
   * @param offset of an int in bytes
   * @param nanos the longest time to wait; nothing is waited for when it is not above 0
   * @return whether the word was still as expected when the time was up
   */
  boolean await(MemorySegment memory, long offset, int expected, long nanos);

  /**
   * Wakes threads of any process that wait for this word.
   *
   * @param count the most to wake
   * @return how many were woken; always 0 where that is not known
   */
  int wake(MemorySegment memory, long offset, int count);
}
