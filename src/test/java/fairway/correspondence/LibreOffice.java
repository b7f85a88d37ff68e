package fairway.correspondence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice without a screen, with a profile of its own. */
final class LibreOffice {

    private final Path folder;

    LibreOffice(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * Opens and converts Word documents, all in one run.
     *
     * @param format as LibreOffice names it, e.g. {@code pdf} or {@code txt:Text (encoded):UTF8}
     * @return where the results are, named after the documents
     */
    Path convert(String format, List<Path> documents) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toAbsolutePath().toUri(), "--headless", "--norestore",
                "--convert-to", format, "--outdir", folder.toString()));
        documents.forEach(document -> command.add(document.toString()));
        Path log = folder.resolve("soffice.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("LibreOffice could not convert: " + Files.readString(log));
        }
        return folder;
    }
}
