import {expect, it} from 'vitest';
import {explainFile} from '../../models/import/explain-file.ts';

const TAR = `${'a'.repeat(257)}ustar`;

it.each([
  ['', /empty.*download has failed/],
  ['<!doctype html><title>Login</title>', /web page/],
  ['\n\n <!DOCTYPE HTML>', /web page/],
  ['\xef\xbb\xbf<html lang="en">', /web page/],
  ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /web page/],
  ['version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 133', /Git LFS.*git lfs pull/],
  ['{"error": "Repository not found"}', /JSON text/],
  ['\x1f\x8b\x08', /gzip: unpack/],
  ['BZh9', /bzip2: unpack/],
  ['\xfd7zXZ\0', /xz: unpack/],
  ['7z\xbc\xaf', /7z archive: unpack/],
  ['Rar!\x1a', /RAR archive: unpack/],
  [TAR, /tar archive: unpack/],
  ['\x93NUMPY\x01', /numpy\.savez/],
  ['\x89HDF\r\n', /Keras.*numpy\.savez/],
  ['GGUF', /language model/],
])('names what begins with %j', (text, sentence) => {
  expect(explainFile(Buffer.from(text, 'latin1'))).toMatch(sentence);
});

it('says nothing of what it does not know', () => {
  expect(explainFile(Buffer.from('something else'))).toBe('');
});
