import { describe, expect, it } from '@jest/globals';
import { readCasAnswer } from './cas-answer.js';

const answer = (inside: string) =>
  `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`;
const success = (inside: string) => answer(`<cas:authenticationSuccess>${inside}</cas:authenticationSuccess>`);

describe('the answer of a CAS server', () => {
  it('names the person and what the server knows of them', () => {
    const read = readCasAnswer(
      success(`<cas:user> zhang.san </cas:user>
        <cas:attributes><cas:groups>a</cas:groups><cas:groups>b</cas:groups><cas:name>张&amp;三</cas:name></cas:attributes>`),
    );
    expect(read?.user).toBe('zhang.san');
    expect([...(read?.attributes ?? [])]).toEqual([
      ['groups', ['a', 'b']],
      ['name', ['张&三']],
    ]);
  });

  it.each([
    ['a refusal', answer('<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>')],
    [
      'a refusal that names somebody',
      answer('<cas:authenticationFailure><cas:user>x</cas:user></cas:authenticationFailure>'),
    ],
    ['nobody', success('<cas:user></cas:user>')],
    ['two people', success('<cas:user>a</cas:user><cas:user>b</cas:user>')],
    ['a name where attributes belong', success('<cas:attributes><cas:user>a</cas:user></cas:attributes>')],
    ['another namespace', success('<cas:user>a</cas:user>').replace('http://www.yale.edu/tp/cas', 'urn:x')],
    ['no XML', 'yes\nzhang.san\n'],
    ['half an answer', success('<cas:user>a</cas:user>').slice(0, -5)],
    ['entities of its own', `<!DOCTYPE x [<!ENTITY u "a">]>${success('<cas:user>&u;</cas:user>')}`],
    ['nothing', ''],
  ])('is no sign-in when it is %s', (_, xml) => {
    expect(readCasAnswer(xml)).toBeNull();
  });
});
