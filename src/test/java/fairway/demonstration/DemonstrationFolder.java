package fairway.demonstration;

import java.nio.file.Path;

/** Where the demonstration keeps its data: a folder of the checkout that git ignores. */
record DemonstrationFolder(Path path) {
}
