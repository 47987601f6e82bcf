/** Whether this computer lets the program do what it needs. */
package speedup.check;
