package fairway.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Finds the clause numbers in models, forms, code and tests of this checkout. */
final class WhatCarriesClauses {

    private static final Pattern NUMBER = Pattern.compile("\\b(OTO|PM|S1P|S1D|S1A)-(\\d\\d)\\b");
    private static final Pattern TEST = Pattern.compile("\\bvoid (\\w+?)((?:_(?:OTO|PM|S1P|S1D|S1A)\\d\\d)+)\\s*\\(");
    private static final Pattern IN_NAME = Pattern.compile("_(OTO|PM|S1P|S1D|S1A)(\\d\\d)");

    private WhatCarriesClauses() {
    }

    /** Elements of the processes and decision tables whose documentation names a clause. */
    static Carriers elements() {
        Carriers carriers = new Carriers();
        for (Path model : files(Path.of("bpmn"), ".*\\.(bpmn|dmn)")) {
            NodeList notes = notes(model);
            for (int i = 0; i < notes.getLength(); i++) {
                Element owner = (Element) notes.item(i).getParentNode();
                carriers.add(numbers(notes.item(i).getTextContent()), nameOf(model), label(owner));
            }
        }
        return carriers;
    }

    private static NodeList notes(Path model) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Element root = factory.newDocumentBuilder().parse(model.toFile()).getDocumentElement();
            return root.getElementsByTagNameNS("*", model.toString().endsWith(".dmn") ? "description" : "documentation");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(model + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(Element element) {
        String name = element.getAttribute("name");
        Node place = element.getParentNode();
        boolean whole = element.getLocalName().equals("process") || element.getLocalName().equals("definitions") || element.getLocalName().equals("decision");
        if (whole || place == null) {
            return "";
        }
        return name.isBlank() ? element.getAttribute("id") : name.replaceAll("\\s+", " ");
    }

    /** Fields of the forms whose label, description or text names a clause. */
    static Carriers fields() {
        Carriers carriers = new Carriers();
        for (Path form : files(Path.of("forms"), ".*\\.form")) {
            try {
                addFields(new ObjectMapper().readTree(form.toFile()), nameOf(form), "", carriers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return carriers;
    }

    private static void addFields(JsonNode component, String form, String path, Carriers carriers) {
        String key = component.path("key").asText(component.path("path").asText(""));
        String here = key.isEmpty() ? path : path.isEmpty() ? key : path + "." + key;
        for (String text : List.of("label", "dateLabel", "timeLabel", "description", "text", "content")) {
            carriers.add(numbers(component.path(text).asText("")), form, here.isEmpty() ? "(guidance)" : here);
        }
        component.path("values").forEach(value -> carriers.add(numbers(value.path("label").asText("")), form, here));
        component.path("components").forEach(inner -> addFields(inner, form, here, carriers));
    }

    /** Classes that hold a clause, in what they refuse or in what they say of themselves. */
    static Carriers rules() {
        Carriers carriers = new Carriers();
        for (Path source : files(Path.of("src/main/java/fairway"), ".*\\.java")) {
            boolean names = source.getFileName().toString().equals("package-info.java") || source.toString().contains("process/model/");
            if (!names) {
                carriers.add(numbers(read(source)), source.getParent().getFileName().toString(), nameOf(source));
            }
        }
        return carriers;
    }

    /** Test methods whose name ends with a clause. */
    static Carriers tests() {
        Carriers carriers = new Carriers();
        for (Path source : files(Path.of("src/test/java/fairway"), ".*\\.java")) {
            Matcher test = TEST.matcher(read(source));
            while (test.find()) {
                List<String> clauses = new ArrayList<>();
                Matcher clause = IN_NAME.matcher(test.group(2));
                while (clause.find()) {
                    clauses.add(clause.group(1) + "-" + clause.group(2));
                }
                carriers.add(clauses, nameOf(source), test.group(1));
            }
        }
        return carriers;
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(found -> found.group()).distinct().toList();
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }
}
