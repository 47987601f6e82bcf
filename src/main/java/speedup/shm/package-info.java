/** Memory that two processes share: mapped files that leave nothing behind. */
package speedup.shm;
