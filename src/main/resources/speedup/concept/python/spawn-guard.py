# prints: the parent's work | child 1 | child 2 | child 3
import multiprocessing


def task(number):
    print("child", number, flush=True)


def main():
    print("the parent's work", flush=True)
    for number in (1, 2, 3):
        child = multiprocessing.Process(target=task, args=(number,))
        child.start()
        child.join()


# A spawned child loads this file again: without this line it would call main() itself.
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
