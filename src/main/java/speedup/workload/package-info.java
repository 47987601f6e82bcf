/** What can be run: the contract of a workload and the built-in ones, one class each. */
package speedup.workload;
