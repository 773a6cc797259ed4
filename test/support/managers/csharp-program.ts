// A program of C# that reads a secret through the helper of a fix, compiled and run by Mono: what .NET has and Mono lacks is put
// in its place.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { isInstalled, run } from '../fixed-programs.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { HelperProgram } from './helper-programs.ts';

/** The part of System.Text.Json that helpers call, by what Mono has for JSON. */
const json = `
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace System.Text.Json
{
    public enum JsonValueKind { Other, Object, String }

    public struct JsonElement
    {
        private readonly XElement element;

        public JsonElement(XElement element) { this.element = element; }

        public JsonValueKind ValueKind
        {
            get
            {
                var type = (string)element.Attribute("type");
                return type == "object" ? JsonValueKind.Object : type == "string" ? JsonValueKind.String : JsonValueKind.Other;
            }
        }

        public bool TryGetProperty(string name, out JsonElement value)
        {
            var found = element.Elements().FirstOrDefault(each => ((string)each.Attribute("item") ?? each.Name.LocalName) == name);
            value = new JsonElement(found);
            return found != null;
        }

        public JsonElement GetProperty(string name)
        {
            if (!TryGetProperty(name, out var value)) throw new KeyNotFoundException();
            return value;
        }

        public string GetString()
        {
            if (ValueKind != JsonValueKind.String) throw new InvalidOperationException("no string");
            return element.Value;
        }

        public JsonElement Clone() { return this; }
    }

    public static class JsonSerializer
    {
        public static string Serialize(Dictionary<string, string> value)
        {
            var settings = new DataContractJsonSerializerSettings { UseSimpleDictionaryFormat = true };
            var stream = new System.IO.MemoryStream();
            new DataContractJsonSerializer(value.GetType(), settings).WriteObject(stream, value);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    public sealed class JsonDocument : IDisposable
    {
        public JsonElement RootElement { get; private set; }

        public static JsonDocument Parse(string text)
        {
            var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), XmlDictionaryReaderQuotas.Max);
            return new JsonDocument { RootElement = new JsonElement(XElement.Load(reader)) };
        }

        public void Dispose() {}
    }
}
`;

const driver = `
using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading.Tasks;

static class Program
{
    static void Main(string[] names) { Run(names).GetAwaiter().GetResult(); }

    static async Task Run(string[] names)
    {
        var heard = new Dictionary<string, string>();
        heard["first"] = await Said(names[0]);
        heard["again"] = await Said(names[0]);
        heard["missing"] = await Said(names[1]);
        heard["refused"] = await Said(names[2]);
        heard["afterwards"] = await Said(names[2]);
        heard["host"] = await Host.Key();
        var settings = new DataContractJsonSerializerSettings { UseSimpleDictionaryFormat = true };
        new DataContractJsonSerializer(heard.GetType(), settings).WriteObject(Console.OpenStandardOutput(), heard);
    }

    static async Task<string> Said(string name)
    {
        try { return await AppSecrets.GetAsync(name); } catch (InvalidOperationException error) { return error.Message; }
    }
}
`;

const assemblies: readonly string[] = ['System.Net.Http', 'System.Runtime.Serialization', 'System.Xml', 'System.Xml.Linq'];

/** Debian: `libmono-system-net-http4.0-cil`, `libmono-system-runtime-serialization4.0-cil`. */
function hasAssemblies(): boolean {
  return assemblies.every(name => existsSync(path.join('/usr/lib/mono/4.5', `${name}.dll`)));
}

export const csharpProgram: HelperProgram = {
  extension: 'cs',
  isAtHand: imported => imported.every(name => name === 'System.Text.Json') && isInstalled('mcs') && isInstalled('mono') && hasAssemblies(),
  prepare(files) {
    const folder = temporaryFolder({ ...files, 'Json.cs': json, 'Main.cs': driver });
    const references = assemblies.map(name => `-r:${name}`);
    run('mcs', ['-langversion:7', '-warnaserror', ...references, '-out:main.exe', 'Main.cs', 'Json.cs', ...Object.keys(files)], folder);
    return { folder, file: 'mono', args: ['main.exe'] };
  },
};
